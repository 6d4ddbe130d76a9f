import check from '../../../../checks/aws/iam/password-policy-reuse.ts';
import { testCheck } from '../../../kit/test-check.ts';

const policy = { minLength: 14, notRequired: [], remembered: 24, maxAgeDays: 90 };

testCheck(check, {
  pass: [{ name: '24', facts: { passwordPolicy: policy } }],
  fail: [
    { name: '23', facts: { passwordPolicy: { ...policy, remembered: 23 } }, because: /last 23/ },
    { name: 'none', facts: { passwordPolicy: { ...policy, remembered: 0 } }, because: /last 0/ },
    { name: 'no policy', facts: { passwordPolicy: null }, because: /no password policy/ },
  ],
});
