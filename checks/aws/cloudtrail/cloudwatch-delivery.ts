import { dayOf, daysSince, defineCheck, fail, pass, passBecause } from '#src/check';

export default defineCheck({
  id: 'aws/cloudtrail/cloudwatch-delivery',
  title: 'Trail events reach CloudWatch Logs',
  severity: 'medium',
  controls: [
    '164.308(a)(1)(ii)(D)',
    '164.308(a)(3)(ii)(A)',
    '164.308(a)(6)(ii)',
    '164.312(b)',
    '164.312(e)(2)(i)',
  ],
  kind: 'aws.cloudtrail.trail',
  facts: ['logGroup', 'delivery'],
  settings: { silentDays: 1 },
  evaluate: ({ logGroup, delivery }, { now, settings: { silentDays } }) => {
    const { logging, logGroupAt, logGroupError, startedAt } = delivery;
    if (logGroup === null) return fail('the trail sends its events to no log group');
    if (logGroupError !== null) return fail(`events do not arrive: ${logGroupError}`);
    if (logGroupAt === null && !logging) return fail('the trail is stopped, and nothing has arrived');
    const since = logGroupAt ?? startedAt;
    if (!since) return fail('nothing has arrived yet');
    if (daysSince(since, now) > silentDays) return fail(`nothing has arrived since ${dayOf(since)}`);
    return logGroupAt === null ? passBecause('set up; nothing is due yet') : pass;
  },
});
