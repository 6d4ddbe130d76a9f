import check from '../../../../checks/aws/secretsmanager/kms-key.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: "the customer's key", facts: { sealedBy: 'customer' } }],
  fail: [{ name: "AWS's key", facts: { sealedBy: 'AWS' }, because: /key that AWS keeps/ }],
});
