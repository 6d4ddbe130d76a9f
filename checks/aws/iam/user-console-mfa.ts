import { defineCheck, fail, minuteOf, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/iam/user-console-mfa',
  title: 'Person who signs in to the console needs a second factor',
  severity: 'high',
  controls: ['164.308(a)(3)(ii)(A)', '164.312(a)(1)', '164.312(d)'],
  kind: 'aws.iam.user',
  facts: ['console', 'mfa'],
  evaluate: ({ console, mfa }) => {
    if (console === null) return notApplicable('the user has no console password');
    return mfa.active
      ? pass
      : fail(`console password without a second factor (AWS's report of ${minuteOf(mfa.reportedAt)})`);
  },
});
