import { defineRemedy, harmless, to } from '#src/remedy';

export default defineRemedy({
  id: 'aws/ebs/default-encryption',
  title: 'Encrypt every new volume of the region by default',
  cures: ['aws/ebs/default-encryption'],
  kind: 'aws.region',
  fact: 'ebsEncryptionByDefault',
  risk: 'safe',
  reversibility: {
    undo: 'partly',
    because: 'volumes that were made meanwhile stay encrypted',
  },
  desired: () => to(true),
  consequences: () => [
    harmless('volumes and snapshots that exist stay as they are; new volumes are encrypted'),
    harmless('new volumes are under the key that the region is set to, or the AWS key aws/ebs'),
    harmless(
      'a snapshot of a volume under the AWS key cannot be shared with another account; set a customer key in EC2 where that is wanted',
    ),
  ],
});
