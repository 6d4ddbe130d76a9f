import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/backup/plan-frequency-and-retention',
  title: 'Backup plan runs often enough and keeps its backups long enough',
  severity: 'medium',
  controls: [
    '164.308(a)(7)(i)',
    '164.308(a)(7)(ii)(A)',
    '164.308(a)(7)(ii)(B)',
    '164.308(a)(7)(ii)(C)',
    '164.310(d)(2)(iv)',
    '164.312(a)(2)(ii)',
  ],
  kind: 'aws.backup.plan',
  facts: ['rules'],
  settings: { maxHoursBetween: 24, minRetentionDays: 35 },
  evaluate: ({ rules }, { settings: { maxHoursBetween, minRetentionDays } }) => {
    if (rules.length === 0) return fail('it has no rules');
    const isEnough = ({ everyHours, continuous, keptDays }: (typeof rules)[number]) =>
      (continuous || everyHours <= maxHoursBetween) && (keptDays === null || keptDays >= minRetentionDays);
    if (rules.some(isEnough)) return pass;
    const says = rules.map(
      ({ name, everyHours, keptDays }) =>
        `${name} runs every ${everyHours} hours and keeps ${keptDays === null ? 'for ever' : `${keptDays} days`}`,
    );
    return fail(
      `no rule runs every ${maxHoursBetween} hours and keeps for ${minRetentionDays} days: ${says.join('; ')}`,
    );
  },
});
