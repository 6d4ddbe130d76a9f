import remedy from '../../../../remedies/aws/rds/instance-deletion-protection.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

testRemedy(remedy, {
  cures: [{ name: 'off', current: false, after: true, facts: { memberOf: null } }],
  consequences: [{ name: 'nothing breaks', current: false, verdict: 'safe' }],
});
