import remedy from '../../../../remedies/aws/cognito/mfa-required.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const mfa = {
  asks: 'OPTIONAL' as const,
  authenticatorApp: true,
  textMessages: false,
  email: null,
  passkeys: null,
  more: false,
};
const email = { subject: 'Your code', message: '{####}' };

testRemedy(remedy, {
  cures: [
    { name: 'authenticator apps', current: mfa, after: { ...mfa, asks: 'ON' } },
    {
      name: 'codes by email, and passkeys beside them',
      current: {
        ...mfa,
        authenticatorApp: false,
        email,
        passkeys: { relyingParty: 'clinic.example', verification: 'required' },
      },
      after: {
        ...mfa,
        asks: 'ON',
        authenticatorApp: false,
        email,
        passkeys: { relyingParty: 'clinic.example', verification: 'required' },
      },
    },
  ],
  cannot: [
    { name: 'off', current: { ...mfa, asks: 'OFF' }, because: /off/ },
    { name: 'text messages', current: { ...mfa, textMessages: true }, because: /role/ },
    { name: 'passkeys with settings of their own', current: { ...mfa, more: true }, because: /passkeys/ },
    { name: 'no factor', current: { ...mfa, authenticatorApp: false }, because: /no factor/ },
  ],
  consequences: [
    {
      name: 'who has none',
      current: mfa,
      verdict: 'unknown',
      says: [['unknown', /MFA_SETUP/]],
      saysNot: [/passkey/],
    },
    {
      name: 'who has a passkey alone',
      current: { ...mfa, passkeys: { relyingParty: null, verification: 'preferred' } },
      verdict: 'breaks',
      says: [['breaks', /a passkey alone is kept out/]],
    },
  ],
});
