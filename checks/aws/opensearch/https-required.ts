import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/opensearch/https-required',
  title: 'Search domain takes HTTPS only, with TLS 1.2 or newer',
  severity: 'medium',
  controls: [
    '164.312(c)(1)',
    '164.314(b)(1)',
    '164.314(b)(2)',
    '164.314(b)(2)(i)',
    '164.314(b)(2)(ii)',
    '164.314(b)(2)(iii)',
    '164.314(b)(2)(iv)',
  ],
  kind: 'aws.opensearch.domain',
  facts: ['endpoint'],
  evaluate: ({ endpoint }) => {
    if (!endpoint.enforceHttps) return fail('enforceHttps is off: it takes plain HTTP');
    return endpoint.tlsPolicy.startsWith('Policy-Min-TLS-1-0')
      ? fail(`its TLS policy is ${endpoint.tlsPolicy}, which takes TLS 1.0`)
      : pass;
  },
});
