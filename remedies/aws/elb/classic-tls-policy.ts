import { cannot, defineRemedy, harmless, to, uncertain } from '#src/remedy';

/** The strictest that AWS keeps for classic load balancers. */
const strict = 'ELBSecurityPolicy-TLS-1-2-2017-01';
const ownName = 'tls-1-2-2017-01';

const offers = (told: { readonly protocols: readonly string[]; readonly weakCiphers: readonly string[] }) => [
  ...told.protocols.filter((protocol) => !/^TLSv1\.[23]$/.test(protocol)),
  ...told.weakCiphers,
];

export default defineRemedy({
  id: 'aws/elb/classic-tls-policy',
  title: 'Have the listeners of the classic load balancer speak TLS 1.2 alone',
  cures: ['aws/elb/classic-tls-policy'],
  kind: 'aws.elb.loadBalancer',
  fact: 'listenerPolicies',
  risk: 'disruptive',
  reversibility: { undo: 'fully' },
  desired: ({ listeners, policies }) => {
    const name = Object.keys(policies).find((one) => policies[one] === strict) ?? ownName;
    if (name in policies && policies[name] !== strict)
      return cannot(`a policy of the name ${name} is there already, and is another`);
    const after = Object.entries(listeners).map(([port, told]) => {
      if (offers(told).length === 0) return [port, told] as const;
      const kept = told.policies.map((one) => (one in policies ? name : one));
      return [port, { policies: kept, protocols: ['TLSv1.2'], weakCiphers: [] }] as const;
    });
    if (Object.values(listeners).every((told) => offers(told).length === 0))
      return cannot('no listener speaks TLS before 1.2 or a cipher that is broken');
    return to({ listeners: Object.fromEntries(after), policies: { ...policies, [name]: strict } });
  },
  consequences: (_facts, { before }) => [
    ...Object.entries(before.listeners).flatMap(([port, told]) => {
      const gone = offers(told);
      return gone.length === 0
        ? []
        : [
            uncertain(
              `callers of port ${port} that speak nothing better than ${gone.join(', ')} would be turned away: the access log tells what each spoke`,
            ),
          ];
    }),
    harmless('which server a caller comes back to stays as it is'),
    uncertain(
      'callers that speak TLS 1.2 by its older ciphers alone, such as AES128-SHA, would be turned away, too: it leaves AES in GCM, or with SHA-256 or SHA-384',
    ),
  ],
});
