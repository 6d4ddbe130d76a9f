import remedy from '../../../../remedies/aws/dynamodb/table-encryption.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

testRemedy(remedy, {
  cures: [{ name: 'nothing set', current: null, after: { customerKey: null } }],
  consequences: [{ name: 'nothing breaks', current: null, verdict: 'safe' }],
});
