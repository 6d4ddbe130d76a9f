import { dayOf, daysSince, defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/rds/ca-certificate-expiring',
  title: "Database server's certificate is not about to expire",
  severity: 'medium',
  controls: ['164.312(e)(1)'],
  kind: 'aws.rds.instance',
  facts: ['certificate'],
  settings: { minDaysLeft: 30 },
  evaluate: ({ certificate }, { now, settings: { minDaysLeft } }) => {
    if (certificate === null) return notApplicable('RDS keeps no certificate for it');
    const { authority, until } = certificate;
    if (-daysSince(until, now) >= minDaysLeft) return pass;
    const isOver = Date.parse(until) <= now.getTime();
    return fail(`its certificate of ${authority} ${isOver ? 'ended' : 'ends'} on ${dayOf(until)}`);
  },
});
