import remedy from '../../../../remedies/aws/backup/plan-policy-retention.ts';
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

const facts = { takenInTags: [{ key: 'DataClassification', value: 'PHI' }] };

testRemedy(remedy, {
  cures: [
    { name: 'a week', current: plan(rule), after: plan(kept(2192)), facts },
    {
      name: 'the longest of two',
      current: plan(rule, kept(365, monthly)),
      after: plan(rule, kept(2192, monthly)),
      facts,
    },
  ],
  cannot: [
    {
      name: 'only continuous',
      current: plan({ ...rule, EnableContinuousBackup: true as never }),
      because: /continuous/,
    },
  ],
  consequences: [
    { name: 'the price', current: plan(rule), verdict: 'unknown', says: [['unknown', /paid for/]] },
  ],
});
