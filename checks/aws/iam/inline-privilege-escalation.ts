import { defineCheck, fail, firstOf, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/iam/inline-privilege-escalation',
  title: 'Inline policy opens no known way to all rights',
  severity: 'high',
  controls: ['164.308(a)(4)(ii)(B)'],
  control: 'iam-privilege-escalation',
  kind: 'aws.iam.inlinePolicy',
  facts: ['grants', 'escalations'],
  evaluate: ({ grants, escalations }) => {
    if (grants.everything) return notApplicable('grants everything, which is a finding of its own');
    return escalations.length > 0
      ? fail(`its holder may come to all rights by ${firstOf(escalations, 3)}`)
      : pass;
  },
});
