import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/dax/encryption-at-rest',
  title: 'DAX cluster is encrypted on disk',
  severity: 'medium',
  controls: ['164.308(a)(4)(ii)(A)', '164.312(a)(2)(iv)', '164.312(e)(2)(ii)'],
  kind: 'aws.dax.cluster',
  facts: ['encryption'],
  evaluate: ({ encryption }) =>
    encryption === 'ENABLED' ? pass : fail(`encryption at rest is ${encryption.toLowerCase()}`),
});
