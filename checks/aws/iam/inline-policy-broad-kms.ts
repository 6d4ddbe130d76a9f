import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/iam/inline-policy-broad-kms',
  title: 'Inline policy names the keys with which its holders decrypt',
  severity: 'medium',
  controls: ['164.312(a)(2)(iv)'],
  kind: 'aws.iam.inlinePolicy',
  facts: ['grants', 'anyKeyActions'],
  evaluate: ({ grants, anyKeyActions }) => {
    if (grants.everything) return notApplicable('grants everything, which is a finding of its own');
    return anyKeyActions.length > 0 ? fail(`allows ${anyKeyActions.join(' and ')} with every key`) : pass;
  },
});
