import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/cloudtrail/bucket-object-lock',
  title: 'Audit-log bucket is write-once',
  severity: 'medium',
  controls: ['164.312(b)', '164.312(c)(1)'],
  kind: 'aws.cloudtrail.trail',
  facts: ['bucketObjectLock'],
  evaluate: ({ bucketObjectLock: lock }) => {
    if (lock === null) return fail('object lock of the log bucket is off');
    return lock.retention
      ? pass
      : fail('object lock is on, but nothing is locked unasked: no default retention');
  },
});
