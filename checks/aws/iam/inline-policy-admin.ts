import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/iam/inline-policy-admin',
  title: 'Inline policy grants less than everything',
  severity: 'high',
  controls: [
    '164.308(a)(1)(ii)(B)',
    '164.308(a)(3)(i)',
    '164.308(a)(3)(ii)(B)',
    '164.308(a)(4)(i)',
    '164.308(a)(4)(ii)(B)',
    '164.308(a)(4)(ii)(C)',
    '164.312(a)(1)',
  ],
  kind: 'aws.iam.inlinePolicy',
  facts: ['grants'],
  evaluate: ({ grants }) => (grants.everything ? fail('grants full control of everything') : pass),
});
