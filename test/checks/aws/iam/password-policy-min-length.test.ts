import check from '../../../../checks/aws/iam/password-policy-min-length.ts';
import { testCheck } from '../../../kit/test-check.ts';

const policy = { minLength: 14, notRequired: [], remembered: 24, maxAgeDays: 90 };

testCheck(check, {
  pass: [{ name: '14', facts: { passwordPolicy: policy } }],
  fail: [
    { name: '13', facts: { passwordPolicy: { ...policy, minLength: 13 } }, because: /13 characters/ },
    {
      name: '14, more asked for',
      facts: { passwordPolicy: policy },
      settings: { minLength: 16 },
      because: /16/,
    },
    { name: 'no policy', facts: { passwordPolicy: null }, because: /no password policy/ },
  ],
});
