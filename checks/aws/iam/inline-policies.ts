import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/iam/inline-policies',
  title: 'Role has no policies written into it alone',
  severity: 'low',
  controls: [
    '164.308(a)(3)(i)',
    '164.308(a)(3)(ii)(A)',
    '164.308(a)(3)(ii)(B)',
    '164.308(a)(4)(i)',
    '164.308(a)(4)(ii)(B)',
    '164.308(a)(4)(ii)(C)',
  ],
  kind: 'aws.iam.role',
  facts: ['madeBy', 'inlinePolicies'],
  evaluate: ({ madeBy, inlinePolicies: names }) => {
    if (madeBy !== 'customer') return notApplicable(`${madeBy} writes the policies of this role`);
    return names.length === 0 ? pass : fail(`has policies of its own: ${names.join(', ')}`);
  },
});
