import { defineCheck, fail, pass } from '#src/check';

/** Security policies that let in what is older than TLS 1.2. */
const outdated = /^(SSLv3|TLSv1|TLSv1_\d+|TLSv1\.1_\d+)$/;

export default defineCheck({
  id: 'aws/cloudfront/tls-minimum-version',
  title: 'Distribution accepts only current TLS from viewers',
  severity: 'medium',
  controls: ['164.312(e)(1)', '164.312(e)(2)(ii)'],
  kind: 'aws.cloudfront.distribution',
  facts: ['viewerTls'],
  evaluate: ({ viewerTls: { minimum, certificate } }) => {
    if (!outdated.test(minimum)) return pass;
    if (certificate === 'own') return fail(`${minimum} and newer are accepted`);
    return fail("CloudFront's own certificate is shown, under which TLSv1 and newer are accepted");
  },
});
