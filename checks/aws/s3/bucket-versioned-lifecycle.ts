import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/s3/bucket-versioned-lifecycle',
  title: 'Old versions are moved or deleted by a rule',
  severity: 'low',
  controls: ['164.308(a)(7)(ii)(A)'],
  kind: 'aws.s3.bucket',
  facts: ['versioning', 'lifecycle'],
  evaluate: ({ versioning, lifecycle }) => {
    if (!versioning.enabled && !versioning.suspended)
      return notApplicable('versioning is off, so no old versions are kept');
    // S3 accepts no lifecycle rule where MFA delete is on (S3 User Guide, "Deleting an object from an MFA delete-enabled bucket").
    if (versioning.mfaDelete)
      return notApplicable('MFA delete is on, and S3 accepts no lifecycle rule beside it');
    const rules = lifecycle.filter(
      (rule) => rule.movesOldVersions || rule.deletesOldVersionsAfterDays !== null,
    );
    const enabled = rules.filter((rule) => rule.enabled);
    if (enabled.some((rule) => rule.wholeBucket)) return pass;
    const seen = versioning.suspended ? 'versioning is suspended; older versions remain, and ' : '';
    if (rules.length === 0) return fail(`${seen}no lifecycle rule handles old versions`);
    if (enabled.length === 0) return fail(`${seen}the rule for old versions is disabled`);
    return fail(`${seen}the rule covers only part of the bucket`);
  },
});
