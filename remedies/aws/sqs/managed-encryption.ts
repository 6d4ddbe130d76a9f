import { defineRemedy, harmless, to, uncertain } from '#src/remedy';

export default defineRemedy({
  id: 'aws/sqs/managed-encryption',
  title: 'Encrypt the messages of the queue with keys of SQS',
  cures: ['aws/sqs/queue-kms'],
  kind: 'aws.sqs.queue',
  fact: 'managedSse',
  risk: 'disruptive',
  reversibility: { undo: 'fully' },
  desired: () => to(true),
  consequences: () => [
    harmless('messages are sent and received as before: nobody needs a right to a key'),
    uncertain(
      'SQS takes only signed requests over HTTPS for such a queue: whoever comes over plain HTTP or without a signature is refused, and who does cannot be seen from here',
    ),
    harmless('messages that are in the queue already stay as they are'),
  ],
});
