import remedy from '../../../../remedies/aws/dynamodb/point-in-time-recovery.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

testRemedy(remedy, {
  cures: [
    { name: 'off', current: null, after: 35 },
    { name: 'a week is asked for', current: null, settings: { days: 7 }, after: 7 },
  ],
  cannot: [
    { name: 'more than DynamoDB keeps', current: null, settings: { days: 36 }, because: /1 to 35/ },
    { name: 'no day', current: null, settings: { days: 0 }, because: /1 to 35/ },
  ],
  consequences: [{ name: 'nothing breaks', current: null, verdict: 'safe' }],
});
