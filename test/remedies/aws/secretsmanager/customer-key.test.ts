import remedy from '../../../../remedies/aws/secretsmanager/customer-key.ts';
import { otherAccount, ownAccount, testRemedy } from '../../../kit/test-remedy.ts';

const key = `arn:aws:kms:us-east-1:${ownAccount}:key/one`;

testRemedy(remedy, {
  cures: [
    {
      name: "AWS's key",
      current: null,
      after: key,
      settings: { kmsKeyId: 'arn:aws:kms:{region}:{account}:key/one' },
      facts: { sealedBy: 'AWS' },
    },
  ],
  cannot: [
    { name: 'no key is configured', current: null, because: /no key is configured/ },
    { name: 'no ARN', current: null, settings: { kmsKeyId: 'one' }, because: /not the ARN/ },
    {
      name: "AWS's key again",
      current: null,
      settings: { kmsKeyId: 'alias/aws/secretsmanager' },
      because: /not the ARN/,
    },
    {
      name: 'another region',
      current: null,
      settings: { kmsKeyId: key.replace('us-east-1', 'eu-west-1') },
      because: /in eu-west-1/,
    },
    {
      name: 'another account',
      current: null,
      settings: { kmsKeyId: key.replace(ownAccount, otherAccount) },
      because: /another account/,
    },
  ],
  consequences: [
    {
      name: 'readers need the key',
      current: null,
      settings: { kmsKeyId: key },
      verdict: 'unknown',
      says: [['unknown', /needs kms:Decrypt/]],
    },
  ],
});
