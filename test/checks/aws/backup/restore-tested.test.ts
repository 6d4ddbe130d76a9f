import check from '../../../../checks/aws/backup/restore-tested.ts';
import { daysAgo, testCheck } from '../../../kit/test-check.ts';

const at = (days: number) => daysAgo(days).toISOString();
const backupVaults = { count: 1, recoveryPoints: 9 };

const never = { lastRestoreAt: null, lastTestAt: null, lastFailedTestAt: null };

testCheck(check, {
  pass: [
    {
      name: 'a restore on day 365',
      facts: { backupVaults, restoreTests: { ...never, lastRestoreAt: at(365) } },
    },
    {
      name: 'a plan that ran on day 365',
      facts: { backupVaults, restoreTests: { ...never, lastTestAt: at(365) } },
    },
    {
      name: 'a test that failed, and a restore all the same',
      facts: {
        backupVaults,
        restoreTests: { lastRestoreAt: at(9), lastTestAt: at(2), lastFailedTestAt: at(2) },
      },
    },
    {
      name: 'a plan that ran again since a test failed',
      facts: { backupVaults, restoreTests: { ...never, lastTestAt: at(2), lastFailedTestAt: at(3) } },
    },
  ],
  fail: [
    {
      name: 'a plan that ran, and whose restore failed',
      facts: { backupVaults, restoreTests: { ...never, lastTestAt: at(2), lastFailedTestAt: at(1) } },
      because: /tested on 2026-11-19 failed/,
    },
    {
      name: 'never',
      facts: { backupVaults, restoreTests: never },
      because: /no completed restore/,
    },
    {
      name: 'day 366',
      facts: { backupVaults, restoreTests: { ...never, lastRestoreAt: at(366), lastTestAt: at(400) } },
      because: /2025-11-19/,
    },
  ],
  notApplicable: [
    {
      name: 'nothing to restore',
      facts: {
        backupVaults: { count: 1, recoveryPoints: 0 },
        restoreTests: never,
      },
    },
  ],
});
