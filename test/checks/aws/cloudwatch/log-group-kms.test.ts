import check from '../../../../checks/aws/cloudwatch/log-group-kms.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'a key', facts: { kmsKey: 'arn:aws:kms:us-east-1:111122223333:key/one' } }],
  fail: [{ name: 'none', facts: { kmsKey: null }, because: /none of your own/ }],
});
