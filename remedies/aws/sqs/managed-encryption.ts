import { defineRemedy, harmless, to } from '#src/remedy';

export default defineRemedy({
  id: 'aws/sqs/managed-encryption',
  title: 'Encrypt the messages of the queue with keys of SQS',
  cures: ['aws/sqs/queue-kms'],
  kind: 'aws.sqs.queue',
  fact: 'managedSse',
  risk: 'safe',
  reversibility: { undo: 'fully' },
  desired: () => to(true),
  consequences: () => [
    harmless('messages are sent and received as before: nobody needs a right to a key'),
    harmless('messages that are in the queue already stay as they are'),
  ],
});
