import check from '../../../../checks/aws/backup/recovery-point-recent.ts';
import { daysAgo, testCheck } from '../../../kit/test-check.ts';

const at = (days: number) => daysAgo(days).toISOString();

testCheck(check, {
  pass: [
    { name: 'day 30', facts: { lastBackup: { at: at(30), continuous: false } } },
    {
      name: 'day 60, which is allowed',
      facts: { lastBackup: { at: at(60), continuous: false } },
      settings: { maxAgeDays: 60 },
    },
  ],
  fail: [{ name: 'day 31', facts: { lastBackup: { at: at(31), continuous: false } }, because: /2026-10-20/ }],
  notApplicable: [
    { name: 'continuous', facts: { lastBackup: { at: at(400), continuous: true } }, because: /continuously/ },
  ],
});
