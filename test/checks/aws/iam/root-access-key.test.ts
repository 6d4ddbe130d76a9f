import check from '../../../../checks/aws/iam/root-access-key.ts';
import { testCheck } from '../../../kit/test-check.ts';

const root = { accessKey: false, mfa: true, password: true };

testCheck(check, {
  pass: [{ name: 'none', facts: { rootCredentials: root } }],
  fail: [
    { name: 'a key', facts: { rootCredentials: { ...root, accessKey: true } }, because: /access key/ },
    {
      name: 'a key without a password',
      facts: { rootCredentials: { ...root, accessKey: true, password: false } },
      because: /access key/,
    },
  ],
});
