import remedy from '../../../../remedies/aws/backup/plan-daily-rule.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const rule = {
  RuleName: 'daily',
  TargetBackupVaultName: 'vault',
  ScheduleExpression: 'cron(0 5 ? * * *)',
  EnableContinuousBackup: null,
  Lifecycle: { DeleteAfterDays: 7, MoveToColdStorageAfterDays: null },
};
const kept = (DeleteAfterDays: number | null, rest: object = {}) => ({
  ...rule,
  ...rest,
  Lifecycle: { ...rule.Lifecycle, DeleteAfterDays },
});
const plan = (...Rules: readonly (typeof rule | ReturnType<typeof kept>)[]) => ({
  BackupPlanName: 'plan',
  Rules,
});
const monthly = { RuleName: 'monthly', ScheduleExpression: 'cron(0 5 1 * ? *)' };

const added = { ...rule, RuleName: 'daily-added', Lifecycle: { ...rule.Lifecycle, DeleteAfterDays: 35 } };

testRemedy(remedy, {
  cures: [
    { name: 'only monthly', current: plan(kept(365, monthly)), after: plan(kept(365, monthly), added) },
  ],
  cannot: [{ name: 'no rules', current: plan(), because: /no rule that would tell/ }],
  consequences: [
    {
      name: 'what a locked vault allows is not known',
      current: plan(kept(365, monthly)),
      verdict: 'unknown',
    },
  ],
});
