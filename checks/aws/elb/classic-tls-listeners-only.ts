import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/elb/classic-tls-listeners-only',
  title: 'Every listener of the classic load balancer uses TLS',
  severity: 'medium',
  controls: [
    '164.308(a)(4)(ii)(A)',
    '164.312(a)(2)(iv)',
    '164.312(e)(1)',
    '164.312(e)(2)(i)',
    '164.312(e)(2)(ii)',
  ],
  kind: 'aws.elb.loadBalancer',
  facts: ['listeners'],
  evaluate: ({ listeners }) => {
    if (listeners.length === 0) return notApplicable('it has no listener');
    const plain = listeners.filter(({ protocol }) => protocol !== 'HTTPS' && protocol !== 'SSL');
    if (plain.length === 0) return pass;
    const told = plain.map(({ port, protocol }) => `${protocol} on port ${port}`);
    const through = plain.some(({ protocol }) => protocol === 'TCP')
      ? '; whether hosts behind TCP speak TLS themselves cannot be told'
      : '';
    return fail(`${told.join(', ')}${through}`);
  },
});
