import remedy from '../../../../remedies/aws/backup/plan-retention.ts';
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
const hourly = { RuleName: 'hourly', ScheduleExpression: 'cron(0 * ? * * *)' };
const monthly = { RuleName: 'monthly', ScheduleExpression: 'cron(0 5 1 * ? *)' };

testRemedy(remedy, {
  cures: [
    { name: 'a week', current: plan(rule), after: plan(kept(35)) },
    {
      name: 'the longer of two brief ones',
      current: plan(kept(1, hourly), rule),
      after: plan(kept(1, hourly), kept(35)),
    },
    {
      name: 'one that goes to cold storage',
      current: plan({ ...rule, Lifecycle: { DeleteAfterDays: 20, MoveToColdStorageAfterDays: 1 } as never }),
      after: plan({ ...rule, Lifecycle: { DeleteAfterDays: 91, MoveToColdStorageAfterDays: 1 } as never }),
    },
  ],
  cannot: [
    { name: 'none is brief', current: plan(kept(365, monthly)), because: /long enough/ },
    { name: 'no rules', current: plan(), because: /no rules/ },
    { name: 'for ever', current: plan(kept(null, monthly)), because: /long enough/ },
    {
      name: 'a continuous one, longer than AWS Backup keeps',
      current: plan({ ...rule, EnableContinuousBackup: true as never }),
      settings: { minRetentionDays: 36 },
      because: /35 days at most/,
    },
  ],
  consequences: [
    { name: 'what a locked vault allows is not known', current: plan(rule), verdict: 'unknown' },
  ],
});
