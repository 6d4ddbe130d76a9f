import { commonPorts, defineCheck, doorsTo, fail, ifUnused, pass } from '#src/check';

export default defineCheck({
  id: 'aws/ec2/sg-common-ports-open',
  title: 'Remote desktop, FTP and database ports are closed to the internet',
  severity: 'critical',
  controls: [
    '164.308(a)(3)(i)',
    '164.308(a)(3)(ii)(B)',
    '164.308(a)(4)(i)',
    '164.308(a)(4)(ii)(B)',
    '164.308(a)(4)(ii)(C)',
    '164.312(a)(1)',
    '164.312(e)(1)',
  ],
  kind: 'aws.ec2.securityGroup',
  facts: ['openToInternet', 'usedBy'],
  exposes: true,
  settings: commonPorts,
  evaluate: ({ openToInternet, usedBy }, { settings: { tcpPorts, udpPorts } }) => {
    const seen = doorsTo(openToInternet, { tcp: tcpPorts, udp: udpPorts });
    return seen.length === 0 ? pass : fail(`${seen.join('; ')}${ifUnused(usedBy)}`);
  },
});
