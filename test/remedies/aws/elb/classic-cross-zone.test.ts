import remedy from '../../../../remedies/aws/elb/classic-cross-zone.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

testRemedy(remedy, {
  cures: [{ name: 'off', current: false, after: true, facts: { zones: ['a', 'b'] } }],
  consequences: [{ name: 'nothing breaks', current: false, verdict: 'safe' }],
});
