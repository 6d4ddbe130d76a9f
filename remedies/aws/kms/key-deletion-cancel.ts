import { cannot, defineRemedy, harmless, to } from '#src/remedy';

export default defineRemedy({
  id: 'aws/kms/key-deletion-cancel',
  title: "Cancel the key's deletion and enable it again",
  cures: ['aws/kms/key-pending-deletion'],
  kind: 'aws.kms.key',
  fact: 'deletion',
  risk: 'safe',
  reversibility: {
    undo: 'no',
    because:
      'destroying a key destroys all that it encrypts, so it is never scheduled from here: whoever wants the key gone schedules it again in KMS, with a new waiting time of 7 to 30 days',
  },
  desired: (queued) => (queued === null ? cannot('the key is not queued for deletion') : to(null)),
  consequences: () => [
    harmless('what the key encrypts can be read again by those whom its policy allows'),
    harmless('the key costs its monthly charge again'),
  ],
});
