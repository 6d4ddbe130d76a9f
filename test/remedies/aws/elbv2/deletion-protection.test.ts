import remedy from '../../../../remedies/aws/elbv2/deletion-protection.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

testRemedy(remedy, {
  cures: [{ name: 'off', current: false, after: true }],
  consequences: [{ name: 'nothing breaks', current: false, verdict: 'safe' }],
});
