import check from '../../../../checks/aws/iam/password-policy-character-classes.ts';
import { testCheck } from '../../../kit/test-check.ts';

const policy = { minLength: 14, notRequired: [], remembered: 24, maxAgeDays: 90 };

testCheck(check, {
  pass: [{ name: 'all four', facts: { passwordPolicy: policy } }],
  fail: [
    {
      name: 'no symbol',
      facts: { passwordPolicy: { ...policy, notRequired: ['symbols'] } },
      because: /symbols not asked for/,
    },
    { name: 'no policy', facts: { passwordPolicy: null }, because: /no password policy/ },
  ],
});
