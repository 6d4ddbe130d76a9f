import { defineCheck, fail, firstOf, pass } from '#src/check';

export default defineCheck({
  id: 'aws/iam/user-direct-policies',
  title: 'User holds permissions through groups alone',
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
  facts: ['directPolicies'],
  evaluate: ({ directPolicies: direct }) => {
    if (direct.length === 0) return pass;
    return fail(`given to the user directly: ${firstOf(direct)}`);
  },
});
