import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/ec2/instance-profile-attached',
  title: 'Instance has a role',
  severity: 'low',
  controls: [
    '164.308(a)(3)(i)',
    '164.308(a)(3)(ii)(A)',
    '164.308(a)(4)(ii)(B)',
    '164.308(a)(4)(ii)(C)',
    '164.312(a)(1)',
  ],
  kind: 'aws.ec2.instance',
  facts: ['profile'],
  evaluate: ({ profile }) =>
    profile === null
      ? fail('no instance profile is attached, so what runs there has no role to sign with')
      : pass,
});
