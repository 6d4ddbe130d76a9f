import { defineCheck, fail, firstOf, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/iam/privilege-escalation',
  title: 'Customer managed policy in use opens no known way to all rights',
  severity: 'high',
  controls: ['164.308(a)(4)(ii)(B)'],
  kind: 'aws.iam.policy',
  facts: ['attachments', 'grants', 'escalations'],
  evaluate: ({ attachments, grants, escalations }) => {
    if (attachments === 0) return notApplicable('attached to nobody');
    if (grants.everything) return notApplicable('grants everything, which is a finding of its own');
    return escalations.length > 0
      ? fail(`its holder may come to all rights by ${firstOf(escalations, 3)}`)
      : pass;
  },
});
