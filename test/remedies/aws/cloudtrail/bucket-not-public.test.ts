import remedy from '../../../../remedies/aws/cloudtrail/bucket-not-public.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const after = {
  blockPublicAcls: true,
  ignorePublicAcls: true,
  blockPublicPolicy: true,
  restrictPublicBuckets: true,
};
const facts = { bucketOpenTo: 'everyone may read' };

testRemedy(remedy, {
  cures: [
    { name: 'no block', current: null, after, facts },
    { name: 'one flag is off', current: { ...after, ignorePublicAcls: false }, after, facts },
  ],
  merges: true,
  consequences: [
    {
      name: 'what strangers lose is named',
      current: null,
      facts,
      verdict: 'breaks',
      says: [['breaks', /everyone may read/]],
    },
  ],
});
