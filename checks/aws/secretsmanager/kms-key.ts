import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/secretsmanager/kms-key',
  title: "Secret is sealed with a key of the customer's own",
  severity: 'medium',
  controls: ['164.312(a)(2)(iv)', '164.312(e)(2)(ii)'],
  kind: 'aws.secretsmanager.secret',
  facts: ['sealedBy'],
  evaluate: ({ sealedBy }) =>
    sealedBy === 'customer' ? pass : fail('it is sealed with the key that AWS keeps for Secrets Manager'),
});
