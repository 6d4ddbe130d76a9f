import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/iam/policy-marketplace-subscribe',
  title: 'Customer managed policy in use does not let its holders buy whatever the marketplace offers',
  severity: 'medium',
  controls: ['164.308(a)(4)(ii)(B)'],
  kind: 'aws.iam.policy',
  facts: ['attachments', 'grants', 'subscribesFreely'],
  evaluate: ({ attachments, grants, subscribesFreely }) => {
    if (attachments === 0) return notApplicable('attached to nobody');
    if (grants.everything) return notApplicable('grants everything, which is a finding of its own');
    return subscribesFreely
      ? fail('allows aws-marketplace:Subscribe to any product, models among them')
      : pass;
  },
});
