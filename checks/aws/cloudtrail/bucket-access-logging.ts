import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/cloudtrail/bucket-access-logging',
  title: 'Access to the audit-log bucket is itself logged',
  severity: 'medium',
  controls: ['164.312(b)', '164.312(c)(2)'],
  kind: 'aws.cloudtrail.trail',
  facts: ['bucketLogging'],
  evaluate: ({ bucketLogging }) =>
    bucketLogging === null ? fail('server access logging of the log bucket is off') : pass,
});
