import { defineCheck, doorsTo, fail, ifUnused, pass } from '#src/check';

export default defineCheck({
  id: 'aws/ec2/sg-dicom-open',
  title: 'Imaging (DICOM) ports are closed to the internet',
  severity: 'critical',
  controls: ['164.312(a)(1)', '164.312(e)(1)'],
  kind: 'aws.ec2.securityGroup',
  facts: ['openToInternet', 'usedBy'],
  exposes: true,
  settings: { ports: ['104', '2761', '2762', '4242', '8042', '11112'] as string[] },
  evaluate: ({ openToInternet, usedBy }, { settings: { ports } }) => {
    const seen = doorsTo(openToInternet, { tcp: ports });
    return seen.length === 0 ? pass : fail(`${seen.join('; ')}${ifUnused(usedBy)}`);
  },
});
