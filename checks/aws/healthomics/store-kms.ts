import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/healthomics/store-kms',
  title: 'The genomic store is under a customer key',
  severity: 'high',
  controls: ['164.312(a)(2)(iv)'],
  kind: 'aws.healthomics.store',
  facts: ['key'],
  evaluate: ({ key }) => (key === 'customer' ? pass : fail('no customer key seals it, but one of AWS')),
});
