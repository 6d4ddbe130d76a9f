import { dayOf, daysSince, defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/iam/root-recently-used',
  title: 'Root identity has not been used lately',
  severity: 'high',
  controls: ['164.312(a)(2)(i)', '164.312(d)'],
  kind: 'aws.account',
  facts: ['rootUse'],
  settings: { quietDays: 30 },
  evaluate: ({ rootUse: { usedAt } }, { now, settings }) => {
    if (usedAt === null || daysSince(usedAt, now) >= settings.quietDays) return pass;
    return fail(
      `the root identity was last used on ${dayOf(usedAt)}, less than ${settings.quietDays} days ago`,
    );
  },
});
