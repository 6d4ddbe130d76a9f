import { defineCheck, fail, pass, passBecause } from '#src/check';

export default defineCheck({
  id: 'aws/s3/bucket-public-read',
  title: 'Strangers can neither list nor read the bucket',
  severity: 'critical',
  controls: [
    '164.308(a)(1)(ii)(B)',
    '164.308(a)(3)(i)',
    '164.308(a)(4)(ii)(C)',
    '164.312(a)(1)',
    '164.312(a)(2)(i)',
    '164.312(e)(1)',
  ],
  kind: 'aws.s3.bucket',
  facts: ['publicRead'],
  exposes: true,
  evaluate: ({ publicRead }) => {
    if (publicRead.public) return fail(publicRead.because);
    return publicRead.because === null ? pass : passBecause(publicRead.because);
  },
});
