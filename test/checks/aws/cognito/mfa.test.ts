import check from '../../../../checks/aws/cognito/mfa.ts';
import { testCheck } from '../../../kit/test-check.ts';

const mfa = {
  asks: 'ON' as const,
  authenticatorApp: true,
  textMessages: false,
  email: null,
  passkeys: null,
  more: false,
};

testCheck(check, {
  pass: [{ name: 'on', facts: { mfa } }],
  fail: [
    { name: 'optional', facts: { mfa: { ...mfa, asks: 'OPTIONAL' } }, because: /left to each user/ },
    { name: 'off', facts: { mfa: { ...mfa, asks: 'OFF' } }, because: /off/ },
  ],
});
