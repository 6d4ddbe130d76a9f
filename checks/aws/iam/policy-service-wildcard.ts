import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/iam/policy-service-wildcard',
  title: 'Customer managed policy in use names the actions that it allows',
  severity: 'medium',
  controls: [
    '164.308(a)(3)(ii)(A)',
    '164.308(a)(3)(ii)(B)',
    '164.308(a)(4)(i)',
    '164.308(a)(4)(ii)(B)',
    '164.308(a)(4)(ii)(C)',
  ],
  kind: 'aws.iam.policy',
  facts: ['attachments', 'grants'],
  evaluate: ({ attachments, grants: { everything, services } }) => {
    if (attachments === 0) return notApplicable('attached to nobody');
    if (everything) return notApplicable('grants everything, which is a finding of its own');
    return services.length === 0
      ? pass
      : fail(`allows every action of ${services.join(', ')} on every resource`);
  },
});
