import { dayOf, daysSince, defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/ec2/instance-too-old',
  title: 'Instance was built within the allowed lifetime',
  severity: 'low',
  controls: ['164.308(a)(1)(ii)(B)'],
  kind: 'aws.ec2.instance',
  facts: ['state', 'builtAt'],
  settings: { maxDays: 180 },
  evaluate({ state, builtAt }, { now, settings: { maxDays } }) {
    if (state === 'stopped') return notApplicable('the instance is stopped');
    const days = daysSince(builtAt, now);
    return days <= maxDays
      ? pass
      : fail(`built on ${dayOf(builtAt)}, ${days} days ago; ${maxDays} are allowed`);
  },
});
