import { dayOf, daysSince, defineCheck, fail, pass, passBecause } from '#src/check';

export default defineCheck({
  id: 'aws/ec2/instance-stopped-too-long',
  title: 'Instance is not parked for long',
  severity: 'low',
  controls: ['164.308(a)(1)(ii)(B)'],
  kind: 'aws.ec2.instance',
  facts: ['stoppedAt'],
  settings: { maxDays: 30 },
  evaluate({ stoppedAt }, { now, settings: { maxDays } }) {
    if (stoppedAt === null) return pass;
    const days = daysSince(stoppedAt, now);
    if (days <= maxDays) return passBecause(`stopped on ${dayOf(stoppedAt)}`);
    return fail(`stopped since ${dayOf(stoppedAt)}, ${days} days, in which nothing on it was patched`);
  },
});
