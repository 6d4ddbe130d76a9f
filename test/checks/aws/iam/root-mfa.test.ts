import check from '../../../../checks/aws/iam/root-mfa.ts';
import { testCheck } from '../../../kit/test-check.ts';

const root = { accessKey: false, mfa: true, password: true };

testCheck(check, {
  pass: [{ name: 'on', facts: { rootCredentials: root } }],
  fail: [
    { name: 'off', facts: { rootCredentials: { ...root, mfa: false } }, because: /password alone/ },
    {
      name: 'off, and AWS does not say whether there is a password',
      facts: { rootCredentials: { ...root, mfa: false, password: null } },
      because: /password alone/,
    },
    {
      name: 'no password, but a key',
      facts: { rootCredentials: { accessKey: true, mfa: false, password: false } },
      because: /^the root identity has an access key and no second factor$/,
    },
  ],
  notApplicable: [
    {
      name: 'no credentials at all',
      facts: { rootCredentials: { accessKey: false, mfa: false, password: false } },
      because: /neither a password nor an access key/,
    },
  ],
});
