import { cannot, defineRemedy, harmless, to, uncertain } from '#src/remedy';

const RuleName = 'daily-added';

export default defineRemedy({
  id: 'aws/backup/plan-daily-rule',
  title: 'Add a daily rule to the backup plan',
  cures: ['aws/backup/plan-frequency-and-retention'],
  kind: 'aws.backup.plan',
  fact: 'document',
  risk: 'safe',
  reversibility: {
    undo: 'partly',
    because: 'backups that were made meanwhile stay for their time',
  },
  settings: { minRetentionDays: 35 },
  desired(plan, { settings: { minRetentionDays } }) {
    const [first] = plan.Rules;
    if (!first) return cannot('the plan has no rule that would tell in which vault to keep the backups');
    if (plan.Rules.some((rule) => rule.RuleName === RuleName)) return to(plan);
    const rule = {
      RuleName,
      TargetBackupVaultName: first.TargetBackupVaultName,
      ScheduleExpression: 'cron(0 5 ? * * *)',
      EnableContinuousBackup: null,
      Lifecycle: { DeleteAfterDays: minRetentionDays, MoveToColdStorageAfterDays: null },
    };
    return to({ ...plan, Rules: [...plan.Rules, rule] });
  },
  consequences: () => [
    harmless('the other rules go on as before'),
    harmless('what the plan takes in is backed up at 05:00 UTC as well, which is paid for'),
    uncertain('a vault that is locked with a shorter longest time refuses the new backups'),
  ],
});
