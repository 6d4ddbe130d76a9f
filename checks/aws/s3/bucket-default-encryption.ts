import { defineCheck, fail, passBecause } from '#src/check';

export default defineCheck({
  id: 'aws/s3/bucket-default-encryption',
  title: 'New objects are encrypted by default',
  severity: 'medium',
  controls: [
    '164.308(a)(1)(ii)(B)',
    '164.308(a)(4)(ii)(A)',
    '164.312(a)(2)(iv)',
    '164.312(c)(1)',
    '164.312(c)(2)',
    '164.312(e)(2)(ii)',
  ],
  kind: 'aws.s3.bucket',
  facts: ['encryption'],
  evaluate: ({ encryption }) =>
    encryption
      ? passBecause(`${encryption.algorithm} by default`)
      : fail('there is no default encryption rule'),
});
