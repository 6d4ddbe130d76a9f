import { defineRemedy, harmless, to, uncertain } from '#src/remedy';

export default defineRemedy({
  id: 'aws/inspector/enable',
  title: 'Let Inspector scan in the region',
  cures: ['aws/inspector/enabled'],
  kind: 'aws.region',
  fact: 'inspectorScans',
  risk: 'safe',
  reversibility: {
    undo: 'partly',
    because: 'its scans are turned off again, and what they found until then goes with them',
  },
  settings: { scans: ['ec2', 'ecr', 'lambda'] },
  desired: (scans, { settings }) => to([...new Set([...scans, ...settings.scans])].sort()),
  consequences: () => [
    harmless('servers are looked at through Systems Manager or by snapshots; nothing on them changes'),
    harmless(
      'AWS refuses the change where Inspector was never used in the account, for its service-linked role is not made from here: open Inspector once in any region',
    ),
    uncertain(
      'AWS charges for every server, image and function that it scans, after 15 days of trial; how many there will be cannot be told from here',
    ),
  ],
});
