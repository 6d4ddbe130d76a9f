import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/iam/password-policy-reuse',
  title: 'Password policy refuses recent passwords',
  severity: 'medium',
  controls: ['164.308(a)(4)(ii)(B)', '164.308(a)(4)(ii)(C)', '164.308(a)(5)(ii)(D)', '164.312(d)'],
  kind: 'aws.account',
  facts: ['passwordPolicy'],
  settings: { remembered: 24 },
  evaluate: ({ passwordPolicy: policy }, { settings }) => {
    if (policy === null)
      return fail('the account has no password policy of its own, so any old password may come back');
    if (policy.remembered >= settings.remembered) return pass;
    return fail(
      `the last ${policy.remembered} passwords are refused; at least ${settings.remembered} should be`,
    );
  },
});
