import { cannot, defineRemedy, harmless, to, uncertain } from '#src/remedy';

export default defineRemedy({
  id: 'aws/backup/plan-policy-retention',
  title: "Keep the backups of the plan's longest rule as long as the policy asks",
  cures: ['aws/backup/retention-six-years'],
  kind: 'aws.backup.plan',
  fact: 'document',
  risk: 'safe',
  reversibility: {
    undo: 'partly',
    because: 'backups that were made meanwhile keep the longer time',
  },
  settings: { minRetentionDays: 2192 },
  desired(plan, { settings: { minRetentionDays: DeleteAfterDays } }) {
    const kept = ({ Lifecycle: { DeleteAfterDays: days } }: (typeof plan.Rules)[number]) =>
      days !== null && days > 0 ? days : Number.POSITIVE_INFINITY;
    const longest = plan.Rules.filter((rule) => !rule.EnableContinuousBackup).toSorted(
      (a, b) => kept(b) - kept(a),
    )[0];
    if (!longest)
      return cannot(
        'the plan has only continuous rules, whose backups are kept 35 days at most: add a monthly one',
      );
    if (kept(longest) >= DeleteAfterDays) return to(plan);
    return to({
      ...plan,
      Rules: plan.Rules.map((rule) =>
        rule === longest ? { ...rule, Lifecycle: { ...rule.Lifecycle, DeleteAfterDays } } : rule,
      ),
    });
  },
  consequences: () => [
    harmless('backups that are there already keep their own time'),
    uncertain(
      'each new backup of that rule is stored, and paid for, through all of the time: a monthly rule may serve better than a daily one',
    ),
    uncertain('a vault that is locked with a shorter longest time refuses the new backups'),
  ],
});
