import { defineCheck, fail, notApplicable, passBecause } from '#src/check';

export default defineCheck({
  id: 'aws/s3/bucket-policy-cloudfront-only',
  title: 'An origin bucket lets CloudFront in only for its own distributions',
  severity: 'medium',
  controls: ['164.312(a)(1)'],
  kind: 'aws.s3.bucket',
  facts: ['cloudFrontLimit'],
  evaluate: ({ cloudFrontLimit }) => {
    if (cloudFrontLimit === null) return notApplicable('no distribution serves from the bucket');
    return cloudFrontLimit.limited ? passBecause(cloudFrontLimit.because) : fail(cloudFrontLimit.because);
  },
});
