import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/iam/user-in-group',
  title: 'User belongs to a group',
  severity: 'low',
  controls: [
    '164.308(a)(3)(i)',
    '164.308(a)(3)(ii)(A)',
    '164.308(a)(3)(ii)(B)',
    '164.308(a)(4)(i)',
    '164.308(a)(4)(ii)(B)',
    '164.308(a)(4)(ii)(C)',
    '164.312(a)(1)',
  ],
  kind: 'aws.iam.user',
  facts: ['groups'],
  evaluate: ({ groups }) => (groups.length > 0 ? pass : fail('the user belongs to no group')),
});
