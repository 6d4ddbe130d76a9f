import remedy from '../../../../remedies/aws/cloudwatch/log-group-kms.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const kmsKeyId = 'arn:aws:kms:us-east-1:111122223333:key/one';
const settings = { kmsKeyId };

testRemedy(remedy, {
  cures: [{ name: 'no key', current: null, settings, after: kmsKeyId }],
  cannot: [
    { name: 'no key is named', current: null, because: /kmsKeyId/ },
    { name: 'an alias', current: null, settings: { kmsKeyId: 'alias/logs' }, because: /not the ARN/ },
    {
      name: 'a key of another region',
      current: null,
      settings: { kmsKeyId: kmsKeyId.replace('us-east-1', 'eu-west-1') },
      because: /in eu-west-1 and the log group in us-east-1/,
    },
    { name: 'a key seals it', current: kmsKeyId, settings, because: /already/ },
  ],
  consequences: [
    {
      name: 'the key must live',
      current: null,
      settings,
      verdict: 'unknown',
      says: [['unknown', /enabled/]],
    },
  ],
});
