import { daysSince, defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/secretsmanager/secret-unused',
  title: 'Secret is in use',
  severity: 'low',
  controls: ['164.308(a)(4)(ii)(B)', '164.308(a)(4)(ii)(C)'],
  kind: 'aws.secretsmanager.secret',
  facts: ['use'],
  settings: { maxIdleDays: 90 },
  evaluate: ({ use: { created, lastRead, replicaOf } }, { now, settings: { maxIdleDays } }) => {
    if (replicaOf !== null) return notApplicable(`a replica of the secret in ${replicaOf}, standing by`);
    const days = daysSince(lastRead ?? created, now);
    if (days <= maxIdleDays) return pass;
    return fail(
      lastRead === null ? `it is ${days} days old and was never read` : `it was last read ${days} days ago`,
    );
  },
});
