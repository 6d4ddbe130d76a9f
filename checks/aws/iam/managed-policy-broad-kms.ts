import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/iam/managed-policy-broad-kms',
  title: 'Customer managed policy in use names the keys with which its holders decrypt',
  severity: 'medium',
  controls: ['164.312(a)(2)(iv)'],
  kind: 'aws.iam.policy',
  facts: ['attachments', 'grants', 'anyKeyActions'],
  evaluate: ({ attachments, grants, anyKeyActions }) => {
    if (attachments === 0) return notApplicable('attached to nobody');
    if (grants.everything) return notApplicable('grants everything, which is a finding of its own');
    return anyKeyActions.length > 0 ? fail(`allows ${anyKeyActions.join(' and ')} with every key`) : pass;
  },
});
