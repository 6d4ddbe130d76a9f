import check from '../../../../checks/aws/elbv2/deletion-protection.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'on', facts: { deletionProtection: true } }],
  fail: [{ name: 'off', facts: { deletionProtection: false }, because: /deletion protection is off/ }],
});
