import { defineCheck, doorsTo, fail, ifUnused, pass } from '#src/check';

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
  settings: {
    tcpPorts: [
      '20',
      '21',
      '1433',
      '1521',
      '2181',
      '3306',
      '3389',
      '5432',
      '5439',
      '5601',
      '6379',
      '9042',
      '9092',
      '9094',
      '9200',
      '9300',
      '11211',
      '27017',
      '27018',
    ] as string[],
    udpPorts: ['3389', '11211'] as string[],
  },
  evaluate: ({ openToInternet, usedBy }, { settings: { tcpPorts, udpPorts } }) => {
    const seen = doorsTo(openToInternet, { tcp: tcpPorts, udp: udpPorts });
    return seen.length === 0 ? pass : fail(`${seen.join('; ')}${ifUnused(usedBy)}`);
  },
});
