import { defineCheck, fail, pass, passBecause } from '#src/check';

export default defineCheck({
  id: 'aws/s3/bucket-public-policy',
  title: 'The bucket policy admits no strangers',
  severity: 'critical',
  controls: ['164.308(a)(1)(ii)(B)', '164.308(a)(3)(i)', '164.312(a)(1)'],
  kind: 'aws.s3.bucket',
  facts: ['publicPolicy'],
  exposes: true,
  evaluate: ({ publicPolicy }) => {
    if (publicPolicy.public) return fail(publicPolicy.because);
    return publicPolicy.because === null ? pass : passBecause(publicPolicy.because);
  },
});
