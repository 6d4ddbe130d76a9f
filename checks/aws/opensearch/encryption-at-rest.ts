import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/opensearch/encryption-at-rest',
  title: 'Search domain is encrypted on disk',
  severity: 'high',
  controls: ['164.308(a)(1)(ii)(B)', '164.308(a)(4)(ii)(A)', '164.312(a)(2)(iv)', '164.312(e)(2)(ii)'],
  kind: 'aws.opensearch.domain',
  facts: ['encryptedAtRest'],
  evaluate: ({ encryptedAtRest }) => {
    return encryptedAtRest ? pass : fail('encryption at rest is off');
  },
});
