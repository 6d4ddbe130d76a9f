import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/elasticache/cluster-encryption',
  title: 'Redis that stands alone is encrypted at rest and in transit',
  severity: 'high',
  controls: ['164.312(a)(2)(iv)', '164.312(e)(1)'],
  kind: 'aws.elasticache.cluster',
  control: 'elasticache-encryption',
  facts: ['engine', 'encryption'],
  evaluate: ({ engine, encryption: { atRest, inTransit } }) => {
    if (engine === 'memcached') return notApplicable('it is Memcached, not Redis');
    const faults = [
      ...(atRest ? [] : ['it is not encrypted at rest']),
      ...(inTransit === 'off' ? ['it is not encrypted in transit'] : []),
      ...(inTransit === 'preferred' ? ['plain connections are taken beside encrypted ones'] : []),
    ];
    return faults.length === 0 ? pass : fail(faults.join('; '));
  },
});
