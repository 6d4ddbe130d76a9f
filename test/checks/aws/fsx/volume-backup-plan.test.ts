import check from '../../../../checks/aws/fsx/volume-backup-plan.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [
    {
      name: 'in a plan',
      facts: { protection: { plans: ['daily'], lastBackupAt: '2026-11-19T00:00:00.000Z' } },
    },
    {
      name: 'in a plan that has not run',
      facts: { protection: { plans: ['daily', 'yearly'], lastBackupAt: null } },
    },
  ],
  fail: [
    {
      name: 'in none',
      facts: { protection: { plans: [], lastBackupAt: null } },
      because: /no backup plan takes it in$/,
    },
    {
      name: 'in none any more',
      facts: { protection: { plans: [], lastBackupAt: '2026-01-02T00:00:00.000Z' } },
      because: /2026-01-02/,
    },
  ],
});
