import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/elb/classic-tls-policy',
  title: 'Classic load balancer offers no weak ciphers and no TLS before 1.2',
  severity: 'medium',
  controls: ['164.312(e)(1)', '164.312(e)(2)(ii)'],
  kind: 'aws.elb.loadBalancer',
  facts: ['tlsPolicies'],
  settings: { allowedProtocols: ['TLSv1.2', 'TLSv1.3'] as string[] },
  evaluate: ({ tlsPolicies }, { settings: { allowedProtocols } }) => {
    if (tlsPolicies.length === 0) return notApplicable('no listener uses TLS');
    const told = tlsPolicies.flatMap(({ port, policy, protocols, weakCiphers }) => {
      const old = protocols.filter((protocol) => !allowedProtocols.includes(protocol));
      const offers = [...old, ...weakCiphers];
      return offers.length === 0 ? [] : [`port ${port} offers ${offers.join(', ')} (${policy})`];
    });
    return told.length === 0 ? pass : fail(told.join('; '));
  },
});
