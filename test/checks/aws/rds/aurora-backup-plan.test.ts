import check from '../../../../checks/aws/rds/aurora-backup-plan.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'in a plan', facts: { protection: { plans: ['nightly'], lastBackupAt: null } } }],
  fail: [
    { name: 'in none', facts: { protection: { plans: [], lastBackupAt: null } }, because: /no backup plan/ },
  ],
});
