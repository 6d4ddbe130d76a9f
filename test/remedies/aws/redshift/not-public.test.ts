import remedy from '../../../../remedies/aws/redshift/not-public.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

testRemedy(remedy, {
  cures: [{ name: 'public', current: true, after: false }],
  consequences: [{ name: 'who comes from outside is not known', current: true, verdict: 'unknown' }],
});
