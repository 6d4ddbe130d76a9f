import check from '../../../../checks/aws/elb/classic-tls-policy.ts';
import { testCheck } from '../../../kit/test-check.ts';

const policy = {
  port: 443,
  policy: 'ELBSecurityPolicy-TLS-1-2-2017-01',
  protocols: ['TLSv1.2'],
  weakCiphers: [],
};

testCheck(check, {
  pass: [
    { name: 'TLS 1.2', facts: { tlsPolicies: [policy] } },
    {
      name: 'TLS 1.1, which is allowed',
      facts: { tlsPolicies: [{ ...policy, protocols: ['TLSv1.1', 'TLSv1.2'] }] },
      settings: { allowedProtocols: ['TLSv1.1', 'TLSv1.2'] },
    },
  ],
  fail: [
    {
      name: 'TLS 1.1',
      facts: { tlsPolicies: [policy, { ...policy, policy: 'own', protocols: ['TLSv1.1', 'TLSv1.2'] }] },
      because: /^port 443 offers TLSv1.1 \(own\)$/,
    },
    {
      name: 'a weak cipher',
      facts: { tlsPolicies: [{ ...policy, weakCiphers: ['DES-CBC3-SHA'] }] },
      because: /DES-CBC3-SHA/,
    },
  ],
  notApplicable: [{ name: 'no TLS', facts: { tlsPolicies: [] } }],
});
