import { defineCheck, fail, pass } from '#src/check';

// The rule names no age, and NIST SP 800-63B advises against periodic change: switch it off where your policy says so.
export default defineCheck({
  id: 'aws/iam/password-policy-max-age',
  title: 'Password policy makes passwords expire',
  severity: 'medium',
  controls: ['164.308(a)(4)(ii)(B)', '164.308(a)(5)(ii)(D)', '164.312(d)'],
  kind: 'aws.account',
  facts: ['passwordPolicy'],
  settings: { maxAgeDays: 90 },
  evaluate: ({ passwordPolicy: policy }, { settings: { maxAgeDays } }) => {
    if (policy === null)
      return fail('the account has no password policy of its own, so passwords never expire');
    if (policy.maxAgeDays === null) return fail('passwords never expire');
    return policy.maxAgeDays <= maxAgeDays
      ? pass
      : fail(`passwords live for ${policy.maxAgeDays} days; the limit is ${maxAgeDays}`);
  },
});
