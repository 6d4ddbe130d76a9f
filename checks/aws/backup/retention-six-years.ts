import { defineCheck, fail, notApplicable, pass, phiSettings, phiTag } from '#src/check';

export default defineCheck({
  id: 'aws/backup/retention-six-years',
  title: 'Backups of PHI-tagged stores are kept as long as the policy asks',
  severity: 'medium',
  controls: ['164.316(b)(2)(i)', '164.308(a)(7)(ii)(A)'],
  kind: 'aws.backup.plan',
  facts: ['rules', 'takenInTags'],
  settings: { ...phiSettings, minRetentionDays: 2192 },
  evaluate: ({ rules, takenInTags }, { settings }) => {
    const phi = { keys: settings.phiKeys, values: settings.phiValues };
    const said = takenInTags.flatMap(({ key, value }) => phiTag({ [key]: value }, phi) ?? [])[0];
    if (!said) return notApplicable('it takes in nothing that is tagged as PHI');
    const { minRetentionDays } = settings;
    if (rules.length === 0) return fail('it has no rules');
    if (rules.some(({ longestKeptDays: days }) => days === null || days >= minRetentionDays)) return pass;
    const longest = Math.max(...rules.map(({ longestKeptDays }) => longestKeptDays ?? 0));
    return fail(
      `it takes in stores tagged ${said.key}: ${said.value}, and keeps their backups ${longest} days; your policy asks for ${minRetentionDays}`,
    );
  },
});
