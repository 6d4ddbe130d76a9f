import { defineRemedy, harmless, to, uncertain } from '#src/remedy';

export default defineRemedy({
  id: 'aws/macie/enable',
  title: 'Turn Macie on in the region',
  cures: ['aws/macie/enabled'],
  kind: 'aws.region',
  fact: 'macie',
  risk: 'safe',
  reversibility: {
    undo: 'partly',
    because: 'where it was off it is paused, not disabled: what it found until then would be deleted',
  },
  desired: () => to('on' as const),
  consequences: (_facts, { before }) => [
    ...(before === 'off'
      ? [
          harmless(
            'AWS refuses the change where Macie was never used in the account, for its service-linked role is not made from here: open Macie once in any region',
          ),
        ]
      : []),
    uncertain(
      'AWS charges for every bucket and every GB that it looks into, after 30 days of trial; how much there will be cannot be told from here',
    ),
  ],
});
