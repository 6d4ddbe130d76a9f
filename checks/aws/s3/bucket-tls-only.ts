import { defineCheck, fail, passBecause } from '#src/check';

export default defineCheck({
  id: 'aws/s3/bucket-tls-only',
  title: 'The bucket policy refuses plain HTTP',
  severity: 'medium',
  controls: [
    '164.308(a)(1)(ii)(B)',
    '164.312(a)(2)(iv)',
    '164.312(c)(1)',
    '164.312(c)(2)',
    '164.312(e)(1)',
    '164.312(e)(2)(i)',
    '164.312(e)(2)(ii)',
  ],
  kind: 'aws.s3.bucket',
  facts: ['plainHttp'],
  evaluate: ({ plainHttp }) => (plainHttp.refused ? passBecause(plainHttp.because) : fail(plainHttp.because)),
});
