import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/cloudtrail/kms-encryption',
  title: 'Trail files are sealed with a customer key',
  severity: 'medium',
  controls: [
    '164.308(a)(1)(ii)(B)',
    '164.308(a)(1)(ii)(D)',
    '164.308(a)(4)(ii)(A)',
    '164.312(a)(2)(iv)',
    '164.312(c)(1)',
    '164.312(c)(2)',
    '164.312(e)(2)(ii)',
  ],
  kind: 'aws.cloudtrail.trail',
  facts: ['kmsKey'],
  evaluate: ({ kmsKey }) => (kmsKey === null ? fail("sealed only by the bucket's own encryption") : pass),
});
