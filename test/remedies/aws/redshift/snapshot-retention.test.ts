import remedy from '../../../../remedies/aws/redshift/snapshot-retention.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

testRemedy(remedy, {
  cures: [
    { name: 'one day', current: 1, after: 7 },
    { name: 'none', current: 0, after: 7 },
  ],
  cannot: [
    { name: 'more than Redshift keeps', current: 1, settings: { minDays: 36 }, because: /35 days at most/ },
  ],
  consequences: [{ name: 'nothing breaks', current: 1, verdict: 'safe' }],
});
