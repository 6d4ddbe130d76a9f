import remedy from '../../../../remedies/aws/sqs/managed-encryption.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

testRemedy(remedy, {
  cures: [{ name: 'off', current: false, after: true, facts: { kmsKeyId: null } }],
  consequences: [{ name: 'nothing breaks', current: false, verdict: 'safe', says: [['safe', /as before/]] }],
  merges: true,
});
