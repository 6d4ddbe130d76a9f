import { defineCheck, fail, passBecause } from '#src/check';

export default defineCheck({
  id: 'aws/iam/group-empty',
  title: 'Group has members',
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
  kind: 'aws.iam.group',
  facts: ['members'],
  evaluate: ({ members }) =>
    members === 0 ? fail('nobody is in the group') : passBecause(`${members} in the group`),
});
