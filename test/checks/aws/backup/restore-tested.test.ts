import check from '../../../../checks/aws/backup/restore-tested.ts';
import { daysAgo, testCheck } from '../../../kit/test-check.ts';

const at = (days: number) => daysAgo(days).toISOString();
const backupVaults = { count: 1, recoveryPoints: 9 };

testCheck(check, {
  pass: [
    {
      name: 'a restore on day 365',
      facts: { backupVaults, restoreTests: { lastRestoreAt: at(365), lastTestAt: null } },
    },
    {
      name: 'a plan that ran on day 365',
      facts: { backupVaults, restoreTests: { lastRestoreAt: null, lastTestAt: at(365) } },
    },
  ],
  fail: [
    {
      name: 'never',
      facts: { backupVaults, restoreTests: { lastRestoreAt: null, lastTestAt: null } },
      because: /no completed restore/,
    },
    {
      name: 'day 366',
      facts: { backupVaults, restoreTests: { lastRestoreAt: at(366), lastTestAt: at(400) } },
      because: /2025-11-19/,
    },
  ],
  notApplicable: [
    {
      name: 'nothing to restore',
      facts: {
        backupVaults: { count: 1, recoveryPoints: 0 },
        restoreTests: { lastRestoreAt: null, lastTestAt: null },
      },
    },
  ],
});
