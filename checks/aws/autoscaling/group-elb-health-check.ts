import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/autoscaling/group-elb-health-check',
  title: 'Load-balanced scaling group heeds the health that its load balancer sees',
  severity: 'low',
  controls: ['164.312(b)'],
  kind: 'aws.autoscaling.group',
  facts: ['balancers', 'healthCheck'],
  evaluate: ({ balancers, healthCheck: { types } }) => {
    if (balancers === 0) return notApplicable('no load balancer sends it traffic');
    return types.split(/\s*,\s*/).includes('ELB') ? pass : fail(`its health check is ${types}`);
  },
});
