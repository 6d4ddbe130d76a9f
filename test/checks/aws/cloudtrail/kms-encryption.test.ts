import check from '../../../../checks/aws/cloudtrail/kms-encryption.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'a customer key', facts: { kmsKey: 'arn:aws:kms:us-east-1:111122223333:key/k' } }],
  fail: [{ name: 'none', facts: { kmsKey: null }, because: /bucket's own/ }],
});
