import { defineCheck, fail, pass } from '#src/check';

// The rule asks for procedures for passwords and names no length: 14 is what the CIS benchmark and the peers ask for.
export default defineCheck({
  id: 'aws/iam/password-policy-min-length',
  title: 'Password policy asks for long passwords',
  severity: 'medium',
  controls: ['164.308(a)(4)(ii)(B)', '164.308(a)(5)(ii)(D)', '164.312(d)'],
  kind: 'aws.account',
  facts: ['passwordPolicy'],
  settings: { minLength: 14 },
  evaluate: ({ passwordPolicy: policy }, { settings: { minLength } }) => {
    if (policy === null)
      return fail('the account has no password policy of its own, so 8 characters are enough');
    return policy.minLength >= minLength
      ? pass
      : fail(`${policy.minLength} characters are enough; at least ${minLength} are asked for`);
  },
});
