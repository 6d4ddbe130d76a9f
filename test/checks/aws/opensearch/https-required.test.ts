import check from '../../../../checks/aws/opensearch/https-required.ts';
import { testCheck } from '../../../kit/test-check.ts';

const endpoint = { custom: null };

testCheck(check, {
  pass: [
    {
      name: 'HTTPS, TLS 1.2',
      facts: { endpoint: { ...endpoint, enforceHttps: true, tlsPolicy: 'Policy-Min-TLS-1-2-PFS-2023-10' } },
    },
    {
      name: 'the older TLS 1.2 policy',
      facts: { endpoint: { ...endpoint, enforceHttps: true, tlsPolicy: 'Policy-Min-TLS-1-2-2019-07' } },
    },
  ],
  fail: [
    {
      name: 'plain HTTP',
      facts: { endpoint: { ...endpoint, enforceHttps: false, tlsPolicy: 'Policy-Min-TLS-1-2-2019-07' } },
      because: /plain HTTP/,
    },
    {
      name: 'TLS 1.0',
      facts: { endpoint: { ...endpoint, enforceHttps: true, tlsPolicy: 'Policy-Min-TLS-1-0-2019-07' } },
      because: /TLS 1\.0/,
    },
  ],
});
