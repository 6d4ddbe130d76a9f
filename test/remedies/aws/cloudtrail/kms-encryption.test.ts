import remedy from '../../../../remedies/aws/cloudtrail/kms-encryption.ts';
import { ownAccount, testRemedy } from '../../../kit/test-remedy.ts';

const key = `arn:aws:kms:us-east-1:${ownAccount}:key/1f0c6a52-0b7e-4c11-9d35-6a1c5f2e8a01`;
const settings = { kmsKeyId: key };

testRemedy(remedy, {
  cures: [{ name: 'none', current: null, settings, after: key }],
  cannot: [
    { name: 'no key is named', current: null, because: /kmsKeyId/ },
    {
      name: 'an alias, which CloudTrail would tell as something else',
      current: null,
      settings: { kmsKeyId: 'alias/trail' },
      because: /not the ARN/,
    },
    { name: 'another key is there', current: `${key}2`, settings, because: /already/ },
  ],
  consequences: [
    {
      name: 'who reads the files is not known',
      current: null,
      settings,
      verdict: 'unknown',
      says: [['unknown', /kms:Decrypt/]],
    },
  ],
});
