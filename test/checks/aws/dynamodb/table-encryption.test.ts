import check from '../../../../checks/aws/dynamodb/table-encryption.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [
    { name: 'the key that AWS manages', facts: { encryption: { customerKey: null } } },
    { name: "a customer's key", facts: { encryption: { customerKey: 'arn:aws:kms:us-east-1:1:key/k' } } },
  ],
  fail: [{ name: 'nothing set', facts: { encryption: null }, because: /no encryption is set/ }],
});
