import remedy from '../../../../remedies/aws/sns/topic-encryption.ts';
import { ownAccount, testRemedy } from '../../../kit/test-remedy.ts';

const own = `arn:aws:kms:us-east-1:${ownAccount}:key/one`;
const subject = { id: `arn:aws:sns:us-east-1:${ownAccount}:one`, region: 'us-east-1' };
const at = { subject };
const policy = (Principal: object) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal, Action: 'SNS:Publish', Resource: subject.id }],
  });

testRemedy(remedy, {
  cures: [
    { name: "AWS's key", current: null, after: 'alias/aws/sns', at },
    { name: "the customer's key", current: null, after: own, settings: { kmsKeyId: own }, at },
  ],
  cannot: [
    { name: 'no key', current: null, settings: { kmsKeyId: 'one' }, at, because: /neither the ARN/ },
    {
      name: 'a key of another region',
      current: null,
      settings: { kmsKeyId: own.replace('us-east-1', 'eu-west-1') },
      at,
      because: /eu-west-1 and the topic in us-east-1/,
    },
  ],
  consequences: [
    {
      name: "AWS's key, and nobody is named",
      current: null,
      at,
      facts: { policy: policy({ AWS: `arn:aws:iam::${ownAccount}:root` }) },
      verdict: 'unknown',
      says: [['unknown', /CloudWatch alarms/]],
    },
    {
      name: "AWS's key, and a service is let in",
      current: null,
      at,
      facts: { policy: policy({ Service: 's3.amazonaws.com' }) },
      verdict: 'breaks',
      says: [['breaks', /s3\.amazonaws\.com is let in/]],
    },
    {
      name: "the customer's key, and a service is let in",
      current: null,
      at,
      settings: { kmsKeyId: own },
      facts: { policy: policy({ Service: 's3.amazonaws.com' }) },
      verdict: 'unknown',
      says: [['unknown', /s3\.amazonaws\.com needs to be let in/]],
    },
    {
      name: 'a policy that nobody understands',
      current: null,
      at,
      facts: { policy: 'nonsense' },
      verdict: 'unknown',
      says: [['unknown', /not understood/]],
    },
  ],
});
