import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/macie/enabled',
  title: 'Macie searches buckets of the region for sensitive data',
  severity: 'medium',
  controls: ['164.308(a)(1)(ii)(A)'],
  kind: 'aws.region',
  facts: ['macie'],
  evaluate: ({ macie }) => (macie === 'on' ? pass : fail(`Macie is ${macie} here`)),
});
