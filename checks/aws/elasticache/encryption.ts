import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/elasticache/encryption',
  title: 'Redis is encrypted at rest and in transit',
  severity: 'high',
  controls: ['164.312(a)(2)(iv)', '164.312(e)(1)'],
  kind: 'aws.elasticache.replicationGroup',
  facts: ['encryption'],
  evaluate: ({ encryption: { atRest, inTransit } }) => {
    const faults = [
      ...(atRest ? [] : ['it is not encrypted at rest']),
      ...(inTransit === 'off' ? ['it is not encrypted in transit'] : []),
      ...(inTransit === 'preferred' ? ['plain connections are taken beside encrypted ones'] : []),
    ];
    return faults.length === 0 ? pass : fail(faults.join('; '));
  },
});
