import check from '../../../../checks/aws/sns/topic-kms.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [
    { name: "the customer's key", facts: { kmsKeyId: 'arn:aws:kms:us-east-1:111122223333:key/one' } },
    { name: "AWS's key", facts: { kmsKeyId: 'alias/aws/sns' } },
  ],
  fail: [{ name: 'none', facts: { kmsKeyId: null }, because: /no KMS key/ }],
});
