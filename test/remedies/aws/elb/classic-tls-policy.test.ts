import remedy from '../../../../remedies/aws/elb/classic-tls-policy.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const strict = 'ELBSecurityPolicy-TLS-1-2-2017-01';
const old = 'ELBSecurityPolicy-2016-08';
const weak = { policies: ['sticky', old], protocols: ['TLSv1', 'TLSv1.2'], weakCiphers: ['DES-CBC3-SHA'] };
const mended = { policies: ['sticky', 'tls-1-2-2017-01'], protocols: ['TLSv1.2'], weakCiphers: [] };
const own = { policies: ['own'], protocols: ['TLSv1.2', 'TLSv1.3'], weakCiphers: [] };
const current = { listeners: { 443: weak }, policies: { [old]: old } };
const told = (port: number, policy: string, ...offered: readonly string[]) => ({
  port,
  policy,
  protocols: [...offered, 'TLSv1.2'],
  weakCiphers: [],
});

testRemedy(remedy, {
  cures: [
    {
      name: 'the default policy, beside stickiness',
      current,
      after: { listeners: { 443: mended }, policies: { [old]: old, 'tls-1-2-2017-01': strict } },
      facts: { tlsPolicies: [told(443, old, 'TLSv1')] },
    },
    {
      name: 'a policy of the kind is there, and another listener is right',
      current: {
        listeners: {
          443: { policies: ['custom'], protocols: ['TLSv1.1', 'TLSv1.2'], weakCiphers: [] },
          8443: own,
        },
        policies: { custom: null, own: null, tls12: strict },
      },
      after: {
        listeners: { 443: { policies: ['tls12'], protocols: ['TLSv1.2'], weakCiphers: [] }, 8443: own },
        policies: { custom: null, own: null, tls12: strict },
      },
      facts: { tlsPolicies: [told(443, 'custom', 'TLSv1.1'), told(8443, 'own')] },
    },
  ],
  cannot: [
    {
      name: 'the name is taken',
      current: { ...current, policies: { [old]: old, 'tls-1-2-2017-01': null } },
      because: /is there already, and is another/,
    },
    {
      name: 'all is right',
      current: { listeners: { 8443: own }, policies: { own: null } },
      because: /no listener speaks/,
    },
  ],
  consequences: [
    {
      name: 'who speaks only the old',
      current: { listeners: { 443: weak, 8443: own }, policies: { [old]: old, own: null } },
      verdict: 'unknown',
      says: [
        ['unknown', /port 443 that speak nothing better than TLSv1, DES-CBC3-SHA/],
        ['unknown', /TLS 1.2 by its older ciphers alone/],
      ],
      saysNot: [/8443/],
    },
  ],
});
