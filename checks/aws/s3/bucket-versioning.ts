import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/s3/bucket-versioning',
  title: 'Overwritten and deleted objects can be recovered',
  severity: 'medium',
  controls: [
    '164.308(a)(1)(ii)(B)',
    '164.308(a)(7)(i)',
    '164.308(a)(7)(ii)(A)',
    '164.308(a)(7)(ii)(B)',
    '164.308(a)(7)(ii)(C)',
    '164.312(a)(2)(ii)',
    '164.312(c)(1)',
    '164.312(c)(2)',
  ],
  kind: 'aws.s3.bucket',
  facts: ['versioning'],
  evaluate: ({ versioning }) => (versioning.enabled ? pass : fail('versioning is off')),
});
