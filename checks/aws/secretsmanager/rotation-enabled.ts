import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/secretsmanager/rotation-enabled',
  title: 'Secret rotates by itself',
  severity: 'medium',
  controls: ['164.308(a)(4)(ii)(B)', '164.308(a)(4)(ii)(C)'],
  kind: 'aws.secretsmanager.secret',
  facts: ['rotation'],
  evaluate: ({ rotation: { enabled, owner, replicaOf } }) => {
    if (replicaOf !== null) return notApplicable(`a replica: the secret in ${replicaOf} rotates for it`);
    if (!enabled && owner !== null) return notApplicable(`${owner} made this secret and minds it`);
    return enabled ? pass : fail('automatic rotation is off');
  },
});
