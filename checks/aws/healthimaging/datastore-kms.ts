import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/healthimaging/datastore-kms',
  title: 'The imaging data store is under a customer key',
  severity: 'high',
  controls: ['164.312(a)(2)(iv)'],
  kind: 'aws.healthimaging.datastore',
  facts: ['key'],
  evaluate: ({ key }) => (key === 'customer' ? pass : fail('no customer key seals it, but one of AWS')),
});
