import remedy from '../../../../remedies/aws/ebs/default-encryption.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

testRemedy(remedy, {
  cures: [{ name: 'off', current: false, after: true }],
  consequences: [
    {
      name: 'what exists stays',
      current: false,
      verdict: 'safe',
      says: [['safe', /cannot be shared with another account/]],
    },
  ],
});
