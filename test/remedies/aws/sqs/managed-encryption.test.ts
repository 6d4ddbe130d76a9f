import remedy from '../../../../remedies/aws/sqs/managed-encryption.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

testRemedy(remedy, {
  cures: [{ name: 'off', current: false, after: true, facts: { kmsKeyId: null } }],
  consequences: [
    {
      name: 'who comes over plain HTTP is not known',
      current: false,
      verdict: 'unknown',
      says: [
        ['safe', /as before/],
        ['unknown', /plain HTTP/],
      ],
    },
  ],
  merges: true,
});
