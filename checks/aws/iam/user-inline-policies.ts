import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/iam/user-inline-policies',
  title: 'User has no policies written into it alone',
  severity: 'low',
  controls: [
    '164.308(a)(3)(i)',
    '164.308(a)(3)(ii)(A)',
    '164.308(a)(3)(ii)(B)',
    '164.308(a)(4)(i)',
    '164.308(a)(4)(ii)(B)',
    '164.308(a)(4)(ii)(C)',
  ],
  control: 'iam-inline-policies',
  kind: 'aws.iam.user',
  facts: ['inlinePolicies'],
  evaluate: ({ inlinePolicies: names }) =>
    names.length === 0 ? pass : fail(`has policies of its own: ${names.join(', ')}`),
});
