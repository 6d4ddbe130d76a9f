import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/cloudtrail/bucket-mfa-delete',
  title: 'Audit-log files cannot be destroyed without a second factor',
  severity: 'medium',
  controls: ['164.312(c)(1)'],
  kind: 'aws.cloudtrail.trail',
  facts: ['bucketVersioning'],
  evaluate: ({ bucketVersioning: { enabled, mfaDelete } }) =>
    enabled && mfaDelete
      ? pass
      : fail(enabled ? 'MFA delete of the log bucket is off' : 'the log bucket keeps no versions'),
});
