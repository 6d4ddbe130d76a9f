import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/elb/classic-acm-certificate',
  title: 'Classic load balancer uses certificates of ACM',
  severity: 'medium',
  controls: ['164.312(a)(2)(iv)', '164.312(e)(1)', '164.312(e)(2)(i)', '164.312(e)(2)(ii)'],
  kind: 'aws.elb.loadBalancer',
  facts: ['listeners'],
  evaluate: ({ listeners }) => {
    const sealed = listeners.filter(({ protocol }) => protocol === 'HTTPS' || protocol === 'SSL');
    if (sealed.length === 0)
      return notApplicable('no listener uses TLS, which aws/elb/classic-tls-listeners-only asks about');
    const others = sealed.filter(({ certificate }) => certificate?.split(':')[2] !== 'acm');
    if (others.length === 0) return pass;
    const told = others.map(({ port, certificate }) => `port ${port} has ${certificate ?? 'no certificate'}`);
    return fail(`not of ACM: ${told.join(', ')}`);
  },
});
