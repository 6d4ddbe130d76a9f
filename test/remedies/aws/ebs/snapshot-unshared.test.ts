import remedy from '../../../../remedies/aws/ebs/snapshot-unshared.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

testRemedy(remedy, {
  cures: [{ name: 'shared with all', current: true, after: false, facts: { openToAll: true } }],
  consequences: [
    {
      name: 'who used it cannot be seen',
      current: true,
      verdict: 'unknown',
      says: [
        ['unknown', /cannot be seen/],
        ['safe', /named in its permissions/],
      ],
    },
  ],
});
