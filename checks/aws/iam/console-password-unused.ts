import { dayOf, daysSince, defineCheck, fail, notApplicable, pass } from '#src/check';

// A password set after the last sign-in has not been idle for longer than it exists: the later date counts.
export default defineCheck({
  id: 'aws/iam/console-password-unused',
  title: 'Console password is in use',
  severity: 'medium',
  controls: [
    '164.308(a)(3)(i)',
    '164.308(a)(3)(ii)(B)',
    '164.308(a)(4)(ii)(B)',
    '164.308(a)(4)(ii)(C)',
    '164.308(a)(5)(ii)(D)',
    '164.312(a)(1)',
  ],
  kind: 'aws.iam.user',
  facts: ['console'],
  settings: { unusedDays: 90 },
  evaluate: ({ console }, { now, settings }) => {
    if (console === null) return notApplicable('the user has no console password');
    const { usedAt, setAt } = console;
    const latest = usedAt !== null && usedAt > setAt ? usedAt : setAt;
    if (daysSince(latest, now) <= settings.unusedDays) return pass;
    return fail(
      usedAt
        ? `last signed in on ${dayOf(usedAt)}`
        : `never signed in since the password was set on ${dayOf(setAt)}`,
    );
  },
});
