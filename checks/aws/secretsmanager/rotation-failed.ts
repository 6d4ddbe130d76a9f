import { dayAfter, dayOf, daysSince, defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/secretsmanager/rotation-failed',
  title: 'Secret rotates when it is due',
  severity: 'high',
  controls: ['164.308(a)(4)(ii)(B)'],
  kind: 'aws.secretsmanager.secret',
  facts: ['rotation'],
  settings: { graceDays: 1 },
  evaluate: ({ rotation }, { now, settings: { graceDays } }) => {
    const { enabled, everyDays, last, next, created, replicaOf } = rotation;
    if (replicaOf !== null) return notApplicable(`a replica: the secret in ${replicaOf} rotates for it`);
    if (!enabled) return notApplicable('automatic rotation is off');
    const due = next ?? (everyDays === null ? null : dayAfter(last ?? created, everyDays));
    if (due === null) return fail('it is to rotate, and no day is set for it');
    if (daysSince(due, now) <= graceDays) return pass;
    return fail(`it was to rotate by ${dayOf(due)} and did not`);
  },
});
