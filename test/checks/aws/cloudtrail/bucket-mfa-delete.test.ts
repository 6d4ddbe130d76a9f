import check from '../../../../checks/aws/cloudtrail/bucket-mfa-delete.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'on', facts: { bucketVersioning: { enabled: true, mfaDelete: true } } }],
  fail: [
    { name: 'off', facts: { bucketVersioning: { enabled: true, mfaDelete: false } }, because: /MFA delete/ },
    {
      name: 'no versions',
      facts: { bucketVersioning: { enabled: false, mfaDelete: false } },
      because: /no versions/,
    },
    {
      name: 'on, versions suspended',
      facts: { bucketVersioning: { enabled: false, mfaDelete: true } },
      because: /no versions/,
    },
  ],
});
