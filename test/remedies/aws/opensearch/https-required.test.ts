import remedy from '../../../../remedies/aws/opensearch/https-required.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const custom = null;
const tls12 = 'Policy-Min-TLS-1-2-PFS-2023-10' as const;
const tls10 = 'Policy-Min-TLS-1-0-2019-07' as const;

testRemedy(remedy, {
  cures: [
    {
      name: 'plain HTTP',
      current: { enforceHttps: false, tlsPolicy: tls12, custom },
      after: { enforceHttps: true, tlsPolicy: tls12, custom },
    },
    {
      name: 'TLS 1.0',
      current: { enforceHttps: true, tlsPolicy: tls10, custom },
      after: { enforceHttps: true, tlsPolicy: 'Policy-Min-TLS-1-2-2019-07', custom },
    },
    {
      name: 'both, under a name of its own',
      current: {
        enforceHttps: false,
        tlsPolicy: tls10,
        custom: { name: 'search.example.com', certificateArn: 'arn:aws:acm:us-east-1:1:certificate/c' },
      },
      after: {
        enforceHttps: true,
        tlsPolicy: 'Policy-Min-TLS-1-2-2019-07',
        custom: { name: 'search.example.com', certificateArn: 'arn:aws:acm:us-east-1:1:certificate/c' },
      },
    },
  ],
  merges: true,
  consequences: [
    {
      name: 'who comes over HTTP is not known',
      current: { enforceHttps: false, tlsPolicy: tls12, custom },
      verdict: 'unknown',
      says: [['unknown', /plain HTTP/]],
      saysNot: [/TLS 1.2/],
    },
    {
      name: 'who speaks old TLS is not known',
      current: { enforceHttps: true, tlsPolicy: tls10, custom },
      verdict: 'unknown',
      says: [['unknown', /TLS 1.2/]],
      saysNot: [/plain HTTP/],
    },
  ],
});
