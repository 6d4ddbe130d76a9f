import remedy from '../../../../remedies/aws/ec2/image-unshared.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

testRemedy(remedy, {
  cures: [{ name: 'shared with everyone', current: true, after: false }],
  consequences: [
    {
      name: 'who used it cannot be seen',
      current: true,
      verdict: 'unknown',
      says: [['unknown', /cannot be seen/]],
    },
  ],
});
