import { atEnd, dayAfter, daysSince, defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/iam/access-key-expiry-notice',
  title: 'Access key is not about to reach its age limit',
  severity: 'medium',
  controls: ['164.308(a)(5)(ii)(D)', '164.312(d)'],
  kind: 'aws.iam.accessKey',
  facts: ['live'],
  settings: { maxAgeDays: 90, noticeDays: 14 },
  evaluate: ({ live }, { now, settings: { maxAgeDays, noticeDays } }) => {
    if (live === null) return notApplicable('the key is inactive');
    const daysLeft = maxAgeDays - daysSince(live.rotatedAt, now);
    if (daysLeft < 0)
      return notApplicable(`older than ${maxAgeDays} days already, which is a finding of its own`);
    if (daysLeft > noticeDays) return pass;
    return fail(
      `reaches ${maxAgeDays} days on ${dayAfter(live.rotatedAt, maxAgeDays)}; its owner should be told`,
    );
  },
  expires: ({ live }, { settings: { maxAgeDays } }) =>
    live && {
      at: atEnd(live.rotatedAt, maxAgeDays),
      says: `reaches ${maxAgeDays} days`,
      todo: 'Make a new key, change over to it, and deactivate the old one.',
    },
});
