import remedy from '../../../../remedies/aws/efs/automatic-backups.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

testRemedy(remedy, {
  cures: [
    { name: 'off', current: false, after: true, facts: { protection: { plans: [], lastBackupAt: null } } },
  ],
  consequences: [
    { name: 'nothing breaks', current: false, verdict: 'safe', says: [['safe', /service-linked role/]] },
  ],
});
