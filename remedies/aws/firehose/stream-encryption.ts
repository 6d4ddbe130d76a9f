import { defineRemedy, harmless, to } from '#src/remedy';

export default defineRemedy({
  id: 'aws/firehose/stream-encryption',
  title: 'Encrypt what the delivery stream holds, with a key that AWS owns',
  cures: ['aws/firehose/stream-encryption'],
  kind: 'aws.firehose.stream',
  fact: 'encryption',
  risk: 'safe',
  reversibility: {
    undo: 'partly',
    because: 'records that were put meanwhile stay encrypted until they are delivered',
  },
  desired: (current) => to(current ?? { keyType: 'AWS_OWNED_CMK', keyArn: null }),
  consequences: () => [harmless('producers need no new rights, and what is delivered arrives as before')],
});
