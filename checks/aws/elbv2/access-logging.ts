import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/elbv2/access-logging',
  title: 'Load balancer keeps an access log',
  severity: 'medium',
  controls: ['164.308(a)(1)(ii)(D)', '164.308(a)(3)(ii)(A)', '164.308(a)(6)(ii)', '164.312(b)'],
  kind: 'aws.elbv2.loadBalancer',
  facts: ['type', 'accessLog', 'listeners'],
  evaluate: ({ type, accessLog, listeners }) => {
    if (type === 'gateway') return notApplicable('a gateway load balancer keeps no access log');
    if (accessLog !== null) return pass;
    if (type === 'network' && listeners.every(({ protocol }) => protocol !== 'TLS'))
      return notApplicable('a network load balancer logs TLS connections only, and has no TLS listener');
    return fail('access logging is off');
  },
});
