import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/ec2/instance-public-ip',
  title: 'Instance has no public IPv4 address',
  severity: 'high',
  controls: [
    '164.308(a)(1)(ii)(B)',
    '164.308(a)(3)(i)',
    '164.308(a)(4)(ii)(C)',
    '164.312(a)(1)',
    '164.312(e)(1)',
  ],
  kind: 'aws.ec2.instance',
  facts: ['publicAddresses'],
  evaluate: ({ publicAddresses }) =>
    publicAddresses.length === 0 ? pass : fail(`public address: ${publicAddresses.join(', ')}`),
});
