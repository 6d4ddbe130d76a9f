import remedy from '../../../../remedies/aws/rds/snapshot-public.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

testRemedy(remedy, {
  cures: [{ name: 'everyone', current: true, after: false, facts: { type: 'manual' } }],
  consequences: [
    {
      name: 'who restores it is not known, and what is copied stays copied',
      current: true,
      verdict: 'unknown',
      says: [
        ['safe', /possible disclosure/],
        ['unknown', /would be refused/],
      ],
    },
  ],
});
