import { defineCheck, fail, pass, passBecause } from '#src/check';

export default defineCheck({
  id: 'aws/s3/bucket-public-write',
  title: 'Strangers can neither add nor change objects in the bucket',
  severity: 'critical',
  controls: [
    '164.308(a)(1)(ii)(B)',
    '164.308(a)(3)(i)',
    '164.308(a)(4)(ii)(C)',
    '164.312(a)(1)',
    '164.312(e)(1)',
  ],
  kind: 'aws.s3.bucket',
  facts: ['publicWrite'],
  exposes: true,
  evaluate: ({ publicWrite }) => {
    if (publicWrite.public) return fail(publicWrite.because);
    return publicWrite.because === null ? pass : passBecause(publicWrite.because);
  },
});
