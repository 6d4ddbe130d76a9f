import { dayOf, daysSince, defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/iam/password-expiry-notice',
  title: 'Console password is not about to expire',
  severity: 'medium',
  controls: ['164.308(a)(5)(ii)(D)'],
  kind: 'aws.iam.user',
  facts: ['passwordExpiresAt'],
  settings: { noticeDays: 14 },
  evaluate: ({ passwordExpiresAt: at }, { now, settings }) => {
    if (at === null) return notApplicable('no password of this user expires');
    const daysLeft = -daysSince(at, now);
    if (daysLeft < 0)
      return notApplicable(`expired on ${dayOf(at)}: a new one is asked for at the next sign-in`);
    if (daysLeft > settings.noticeDays) return pass;
    return fail(`expires on ${dayOf(at)}; its owner should be told`);
  },
  expires: ({ passwordExpiresAt: at }) =>
    at === null
      ? null
      : { at, says: 'expires', todo: 'Sign in to the console before then, and choose a new password.' },
});
