import { defineRemedy, harmless, to, uncertain } from '#src/remedy';

export default defineRemedy({
  id: 'aws/ebs/snapshot-unshared',
  title: 'Stop sharing the snapshot with every AWS account',
  cures: ['aws/ebs/snapshot-public'],
  kind: 'aws.ebs.snapshot',
  fact: 'sharedWithAll',
  risk: 'disruptive',
  reversibility: {
    undo: 'partly',
    because: "while the region's block public access is on, EC2 refuses to share a snapshot with all again",
  },
  desired: () => to(false),
  consequences: () => [
    harmless('accounts that are named in its permissions keep them, and the own account loses nothing'),
    uncertain(
      'other accounts that are not named could make no volume from it any more, and whether any does cannot be seen',
    ),
    harmless('volumes and copies that were made from it stay with whoever made them'),
  ],
});
