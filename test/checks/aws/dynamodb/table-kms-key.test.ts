import check from '../../../../checks/aws/dynamodb/table-kms-key.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [
    { name: "a customer's key", facts: { encryption: { customerKey: 'arn:aws:kms:us-east-1:1:key/k' } } },
  ],
  fail: [
    { name: 'a key that AWS owns', facts: { encryption: null }, because: /AWS owns/ },
    {
      name: 'the key that AWS manages',
      facts: { encryption: { customerKey: null } },
      because: /AWS manages/,
    },
  ],
});
