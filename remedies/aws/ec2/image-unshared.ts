import { defineRemedy, harmless, to, uncertain } from '#src/remedy';

export default defineRemedy({
  id: 'aws/ec2/image-unshared',
  title: 'Stop sharing the machine image with everyone',
  cures: ['aws/ec2/ami-public'],
  kind: 'aws.ec2.image',
  fact: 'sharedWithAll',
  risk: 'disruptive',
  reversibility: {
    undo: 'partly',
    because: "while the region's block public access for images is on, EC2 refuses to share an image again",
  },
  desired: () => to(false),
  consequences: () => [
    harmless('accounts and organisations that are named in its permissions keep them'),
    uncertain(
      'other accounts that are not named could launch it no more, and whether any does cannot be seen',
    ),
    harmless('instances and copies that were made from it stay with whoever made them'),
  ],
});
