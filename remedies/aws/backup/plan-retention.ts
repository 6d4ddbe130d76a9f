import { cannot, defineRemedy, harmless, to, uncertain } from '#src/remedy';

/** What is moved to cold storage must stay there so long. */
const coldDays = 90;
/** What AWS Backup keeps of a continuous backup, at most. */
const mostContinuous = 35;

export default defineRemedy({
  id: 'aws/backup/plan-retention',
  title: "Keep the backups of the plan's longest rule longer",
  cures: ['aws/backup/plan-frequency-and-retention'],
  kind: 'aws.backup.plan',
  fact: 'document',
  risk: 'safe',
  reversibility: {
    undo: 'partly',
    because: 'backups that were made meanwhile keep the longer time',
  },
  preference: 1,
  settings: { minRetentionDays: 35 },
  desired(plan, { settings: { minRetentionDays: least } }) {
    const kept = ({ Lifecycle: { DeleteAfterDays: days } }: (typeof plan.Rules)[number]) =>
      days !== null && days > 0 ? days : Number.POSITIVE_INFINITY;
    const longest = plan.Rules.toSorted((a, b) => kept(b) - kept(a))[0];
    if (!longest) return cannot('the plan has no rules');
    if (kept(longest) >= least) return cannot('its longest rule keeps long enough: another runs too seldom');
    if (longest.EnableContinuousBackup && least > mostContinuous)
      return cannot(`a continuous backup is kept ${mostContinuous} days at most, and ${least} are asked for`);
    const cold = longest.Lifecycle.MoveToColdStorageAfterDays ?? 0;
    const DeleteAfterDays = cold > 0 ? Math.max(least, cold + coldDays) : least;
    return to({
      ...plan,
      Rules: plan.Rules.map((rule) =>
        rule === longest ? { ...rule, Lifecycle: { ...rule.Lifecycle, DeleteAfterDays } } : rule,
      ),
    });
  },
  consequences: () => [
    harmless('backups that are there already keep their own time'),
    harmless('new ones are stored, and paid for, longer'),
    uncertain('a vault that is locked with a shorter longest time refuses the new backups'),
  ],
});
