import { defineRemedy, harmless, to, uncertain } from '#src/remedy';

export default defineRemedy({
  id: 'aws/emr/block-public-access',
  title: 'Have EMR refuse clusters that let everyone in',
  cures: ['aws/emr/block-public-access'],
  kind: 'aws.region',
  fact: 'emrPublicAccessBlock',
  risk: 'disruptive',
  reversibility: { undo: 'fully' },
  settings: { permittedPorts: ['22'] as readonly string[] },
  desired: ({ permitted }, { settings: { permittedPorts } }) =>
    to({
      on: true,
      permitted: permitted.filter(
        ({ from, to: end }) => from === end && permittedPorts.includes(String(from)),
      ),
    }),
  consequences: () => [
    harmless('clusters that run stay as they are'),
    uncertain(
      'a cluster whose security groups let everyone in is refused when it is started; which are started so cannot be seen from here',
    ),
  ],
});
