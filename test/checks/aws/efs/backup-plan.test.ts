import check from '../../../../checks/aws/efs/backup-plan.ts';
import { testCheck } from '../../../kit/test-check.ts';

const none = { plans: [], lastBackupAt: null };

testCheck(check, {
  pass: [
    { name: 'by itself', facts: { automaticBackups: true, protection: none } },
    {
      name: 'by a plan',
      facts: { automaticBackups: false, protection: { plans: ['daily'], lastBackupAt: null } },
    },
  ],
  fail: [
    {
      name: 'by neither',
      facts: { automaticBackups: false, protection: none },
      because: /automatic backups are off/,
    },
  ],
});
