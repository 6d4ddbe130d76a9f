import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/elb/classic-access-logging',
  title: 'Classic load balancer keeps an access log',
  severity: 'medium',
  controls: ['164.308(a)(1)(ii)(D)', '164.308(a)(3)(ii)(A)', '164.308(a)(6)(ii)', '164.312(b)'],
  kind: 'aws.elb.loadBalancer',
  facts: ['accessLog'],
  evaluate: ({ accessLog }) => (accessLog === null ? fail('access logging is off') : pass),
});
