import remedy from '../../../../remedies/aws/dynamodb/table-kms-key.ts';
import { ownAccount, testRemedy } from '../../../kit/test-remedy.ts';

const key = `arn:aws:kms:us-east-1:${ownAccount}:key/k`;
const settings = { kmsKeyId: 'arn:aws:kms:{region}:{account}:key/k' };

testRemedy(remedy, {
  cures: [
    { name: 'nothing set', current: null, settings, after: { customerKey: key } },
    {
      name: 'the key that AWS manages',
      current: { customerKey: null },
      settings,
      after: { customerKey: key },
    },
  ],
  cannot: [
    { name: 'no key is configured', current: null, because: /no key is configured/ },
    {
      name: 'no ARN of a key',
      current: null,
      settings: { kmsKeyId: 'alias/records' },
      because: /not the ARN/,
    },
    {
      name: 'a key elsewhere',
      current: null,
      settings: { kmsKeyId: 'arn:aws:kms:eu-west-1:1:key/k' },
      because: /in eu-west-1/,
    },
  ],
  consequences: [
    {
      name: 'users may need rights',
      current: null,
      settings,
      verdict: 'unknown',
      says: [['unknown', /key\/k/]],
    },
  ],
});
