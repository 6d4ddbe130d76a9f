import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/sns/topic-kms',
  title: 'A KMS key encrypts the messages of the topic',
  severity: 'medium',
  controls: ['164.308(a)(1)(ii)(B)', '164.308(a)(4)(ii)(A)', '164.312(a)(2)(iv)', '164.312(e)(2)(ii)'],
  kind: 'aws.sns.topic',
  facts: ['kmsKeyId'],
  evaluate: ({ kmsKeyId }) => (kmsKeyId === null ? fail('no KMS key encrypts the messages') : pass),
});
