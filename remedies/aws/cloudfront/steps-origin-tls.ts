import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/cloudfront/steps-origin-tls',
  title: 'Ask the origin over TLS 1.2 only',
  cures: ['aws/cloudfront/origin-tls'],
  why: 'The origin must show a certificate that CloudFront trusts, or every request fails, and that can be seen only at the origin.',
  steps: [
    'See that the origin answers over HTTPS with TLS 1.2, and with a certificate of a public authority for its own name.',
    'If the origin is the website address of a bucket, which knows no HTTPS, use the bucket itself with an origin access control.',
    'Set "HTTPS only" and TLSv1.2 as the minimum in the origin of the distribution.',
    'Wait until it is deployed, look for answers with 502, and `recheck` the finding.',
  ],
});
