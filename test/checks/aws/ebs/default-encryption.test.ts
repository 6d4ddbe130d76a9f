import check from '../../../../checks/aws/ebs/default-encryption.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'on', facts: { ebsEncryptionByDefault: true } }],
  fail: [{ name: 'off', facts: { ebsEncryptionByDefault: false }, because: /is off/ }],
});
