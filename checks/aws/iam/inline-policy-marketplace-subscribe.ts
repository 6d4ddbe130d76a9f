import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/iam/inline-policy-marketplace-subscribe',
  title: 'Inline policy does not let its holders buy whatever the marketplace offers',
  severity: 'medium',
  controls: ['164.308(a)(4)(ii)(B)'],
  control: 'iam-policy-marketplace-subscribe',
  kind: 'aws.iam.inlinePolicy',
  facts: ['grants', 'subscribesFreely'],
  evaluate: ({ grants, subscribesFreely }) => {
    if (grants.everything) return notApplicable('grants everything, which is a finding of its own');
    return subscribesFreely
      ? fail('allows aws-marketplace:Subscribe to any product, models among them')
      : pass;
  },
});
