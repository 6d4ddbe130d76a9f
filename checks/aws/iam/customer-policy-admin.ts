import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/iam/customer-policy-admin',
  title: 'Customer managed policy in use grants less than everything',
  severity: 'high',
  controls: [
    '164.308(a)(1)(ii)(B)',
    '164.308(a)(3)(i)',
    '164.308(a)(3)(ii)(A)',
    '164.308(a)(3)(ii)(B)',
    '164.308(a)(4)(i)',
    '164.308(a)(4)(ii)(B)',
    '164.308(a)(4)(ii)(C)',
    '164.312(a)(1)',
  ],
  kind: 'aws.iam.policy',
  facts: ['attachments', 'grants'],
  evaluate: ({ attachments, grants }) => {
    if (attachments === 0) return notApplicable('attached to nobody');
    return grants.everything
      ? fail(
          `grants full control of everything, and is attached to ${attachments} ${attachments === 1 ? 'identity' : 'identities'}`,
        )
      : pass;
  },
});
