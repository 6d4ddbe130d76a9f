import check from '../../../../checks/aws/iam/password-policy-max-age.ts';
import { testCheck } from '../../../kit/test-check.ts';

const policy = { minLength: 14, notRequired: [], remembered: 24, maxAgeDays: 90 };

testCheck(check, {
  pass: [{ name: '90', facts: { passwordPolicy: policy } }],
  fail: [
    { name: '91', facts: { passwordPolicy: { ...policy, maxAgeDays: 91 } }, because: /91 days/ },
    { name: 'for ever', facts: { passwordPolicy: { ...policy, maxAgeDays: null } }, because: /never expire/ },
    { name: 'no policy', facts: { passwordPolicy: null }, because: /no password policy/ },
  ],
});
