import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/sqs/queue-kms',
  title: 'Queue keeps its messages encrypted',
  severity: 'medium',
  controls: ['164.312(a)(2)(iv)'],
  kind: 'aws.sqs.queue',
  facts: ['kmsKeyId', 'managedSse'],
  evaluate: ({ kmsKeyId, managedSse }) =>
    kmsKeyId !== null || managedSse ? pass : fail('neither SQS nor a KMS key encrypts the messages'),
});
