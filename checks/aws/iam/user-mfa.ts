import { defineCheck, fail, minuteOf, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/iam/user-mfa',
  title: 'User with any live credential has a second factor',
  severity: 'medium',
  controls: ['164.308(a)(4)(ii)(B)', '164.312(d)'],
  kind: 'aws.iam.user',
  facts: ['console', 'activeKeys', 'mfa'],
  evaluate: ({ console, activeKeys, mfa }) => {
    if (console === null && activeKeys === 0)
      return notApplicable('the user has neither password nor active key');
    return mfa.active
      ? pass
      : fail(`no second factor registered (AWS's report of ${minuteOf(mfa.reportedAt)})`);
  },
});
