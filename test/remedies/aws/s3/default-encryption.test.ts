import remedy from '../../../../remedies/aws/s3/default-encryption.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const aes = { algorithm: 'AES256', keyId: null, bucketKey: false, blocked: null };

testRemedy(remedy, {
  cures: [
    { name: 'there is no rule', current: null, after: [aes] },
    {
      name: 'a rule says only what uploads may not ask for, which stays',
      current: [{ algorithm: null, keyId: null, bucketKey: null, blocked: ['SSE-C'] }],
      after: [{ ...aes, blocked: ['SSE-C'] }],
    },
  ],
  consequences: [
    { name: 'nobody notices', current: null, verdict: 'safe', says: [['safe', /stay as they are/]] },
  ],
});
