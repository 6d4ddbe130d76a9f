import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/cloudtrail/bucket-not-public',
  title: 'Audit-log bucket is closed to strangers',
  severity: 'critical',
  controls: ['164.312(a)(1)', '164.312(b)'],
  kind: 'aws.cloudtrail.trail',
  facts: ['bucketOpenTo'],
  exposes: true,
  evaluate: ({ bucketOpenTo }) =>
    bucketOpenTo === null ? pass : fail(`the log bucket is open: ${bucketOpenTo}`),
});
