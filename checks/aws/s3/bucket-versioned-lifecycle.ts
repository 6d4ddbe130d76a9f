import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/s3/bucket-versioned-lifecycle',
  title: 'Old versions are moved or deleted by a rule',
  severity: 'low',
  controls: ['164.308(a)(7)(ii)(A)'],
  kind: 'aws.s3.bucket',
  facts: ['versioning', 'lifecycle'],
  evaluate: ({ versioning, lifecycle }) => {
    if (!versioning.enabled) return notApplicable('versioning is off, so no old versions are kept');
    // S3 accepts no lifecycle rule where MFA delete is on (S3 User Guide, "Deleting an object from an MFA delete-enabled bucket").
    if (versioning.mfaDelete)
      return notApplicable('MFA delete is on, and S3 accepts no lifecycle rule beside it');
    const rules = lifecycle.filter(
      (rule) => rule.movesOldVersions || rule.deletesOldVersionsAfterDays !== null,
    );
    if (rules.some((rule) => rule.enabled)) return pass;
    return fail(
      rules.length === 0 ? 'no lifecycle rule handles old versions' : 'the rule for old versions is disabled',
    );
  },
});
