import check from '../../../../checks/aws/iam/root-hardware-mfa.ts';
import { testCheck } from '../../../kit/test-check.ts';

const root = { accessKey: false, mfa: true, password: true };

testCheck(check, {
  pass: [{ name: 'hardware', facts: { rootCredentials: root, rootMfaDevice: 'hardware' } }],
  fail: [
    { name: 'virtual', facts: { rootCredentials: root, rootMfaDevice: 'virtual' }, because: /app/ },
    {
      name: 'none',
      facts: { rootCredentials: { ...root, mfa: false }, rootMfaDevice: 'none' },
      because: /no second factor/,
    },
  ],
  notApplicable: [
    {
      name: 'no credentials at all',
      facts: { rootCredentials: { accessKey: false, mfa: false, password: false }, rootMfaDevice: 'none' },
    },
  ],
});
