import { breaks, cannot, defineRemedy, harmless, to } from '#src/remedy';

export default defineRemedy({
  id: 'aws/cloudfront/tls-minimum',
  title: 'Accept only TLS 1.2 and newer from viewers',
  cures: ['aws/cloudfront/tls-minimum-version'],
  kind: 'aws.cloudfront.distribution',
  fact: 'viewerTls',
  risk: 'disruptive',
  reversibility: { undo: 'fully' },
  settings: { securityPolicy: 'TLSv1.2_2021' },
  desired: (tls, { settings: { securityPolicy } }) => {
    if (tls.certificate === 'CloudFront')
      return cannot(
        "under CloudFront's own certificate nobody can choose: give the distribution a domain name and a certificate of your own first",
      );
    return to({ ...tls, minimum: securityPolicy });
  },
  consequences: (_facts, { before, after }) => [
    breaks(
      `viewers that know nothing newer than what ${before.minimum} lets in beside ${after.minimum} would be cut off: browsers and devices from before 2014`,
    ),
    harmless('everybody else uses TLS 1.2 or newer already'),
  ],
});
