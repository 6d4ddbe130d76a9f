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
    // Of the rules that keep too briefly the one that is nearest: the others may be brief on purpose.
    const brief = plan.Rules.filter(({ Lifecycle: { DeleteAfterDays: days }, EnableContinuousBackup }) => {
      return days !== null && days > 0 && days < least && !(EnableContinuousBackup && least > mostContinuous);
    }).toSorted((a, b) => (b.Lifecycle.DeleteAfterDays ?? 0) - (a.Lifecycle.DeleteAfterDays ?? 0))[0];
    if (!brief) return cannot('no rule of the plan keeps too briefly');
    const cold = brief.Lifecycle.MoveToColdStorageAfterDays ?? 0;
    const DeleteAfterDays = cold > 0 ? Math.max(least, cold + coldDays) : least;
    return to({
      ...plan,
      Rules: plan.Rules.map((rule) =>
        rule === brief ? { ...rule, Lifecycle: { ...rule.Lifecycle, DeleteAfterDays } } : rule,
      ),
    });
  },
  consequences: () => [
    harmless('backups that are there already keep their own time'),
    harmless('new ones are stored, and paid for, longer'),
    uncertain('a vault that is locked with a shorter longest time refuses the new backups'),
  ],
});
