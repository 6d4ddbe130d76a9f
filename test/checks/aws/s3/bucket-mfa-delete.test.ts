import check from '../../../../checks/aws/s3/bucket-mfa-delete.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'on', facts: { versioning: { enabled: true, mfaDelete: true } } }],
  fail: [
    {
      name: 'off',
      facts: { versioning: { enabled: true, mfaDelete: false } },
      because: /^MFA delete is off/,
    },
    {
      name: 'no versions at all',
      facts: { versioning: { enabled: false, mfaDelete: false } },
      because: /versioning is off/,
    },
  ],
});
