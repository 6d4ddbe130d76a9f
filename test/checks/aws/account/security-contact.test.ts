import check from '../../../../checks/aws/account/security-contact.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'there is one', facts: { securityContact: true } }],
  fail: [{ name: 'none', facts: { securityContact: false }, because: /no alternate contact/ }],
});
