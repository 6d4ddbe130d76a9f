import { daysSince, defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/secretsmanager/secret-stale',
  title: 'Secret value is of recent date',
  severity: 'medium',
  controls: ['164.308(a)(4)(ii)(B)'],
  kind: 'aws.secretsmanager.secret',
  facts: ['valueSince'],
  settings: { maxAgeDays: 90 },
  evaluate: ({ valueSince }, { now, settings: { maxAgeDays } }) => {
    if (valueSince === null) return notApplicable('the secret holds no value yet');
    const days = daysSince(valueSince, now);
    return days <= maxAgeDays ? pass : fail(`the value is ${days} days old`);
  },
});
