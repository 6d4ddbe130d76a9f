import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/ec2/ami-public',
  title: 'Machine image is not shared with everyone',
  severity: 'critical',
  controls: ['164.312(a)(1)'],
  kind: 'aws.ec2.image',
  facts: ['sharedWithAll'],
  exposes: true,
  evaluate: ({ sharedWithAll }) =>
    sharedWithAll ? fail('the group "all" may launch it: every AWS account can read its disks') : pass,
});
