import remedy from '../../../../remedies/aws/kinesis/stream-encryption.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const own = 'arn:aws:kms:us-east-1:1:key/k';

testRemedy(remedy, {
  cures: [
    { name: 'off', current: null, after: 'alias/aws/kinesis' },
    { name: 'a key is configured', current: null, settings: { kmsKeyId: own }, after: own },
  ],
  consequences: [
    {
      name: 'the key that AWS manages',
      current: null,
      verdict: 'unknown',
      says: [['unknown', /other accounts/]],
    },
    {
      name: 'a key of the customer',
      current: null,
      settings: { kmsKeyId: own },
      verdict: 'breaks',
      says: [['breaks', /kms:Decrypt/]],
    },
  ],
});
