import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/s3/bucket-mfa-delete',
  title: 'Purging a version takes a second factor',
  severity: 'medium',
  controls: ['164.312(c)(1)'],
  kind: 'aws.s3.bucket',
  facts: ['versioning'],
  evaluate: ({ versioning }) => {
    if (versioning.mfaDelete) return pass;
    return fail(versioning.enabled ? 'MFA delete is off' : 'versioning is off, and MFA delete with it');
  },
});
