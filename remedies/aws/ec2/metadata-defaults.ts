import { cannot, defineRemedy, harmless, to, uncertain } from '#src/remedy';

export default defineRemedy({
  id: 'aws/ec2/metadata-defaults',
  title: "Let new instances' metadata services require tokens by default",
  cures: ['aws/ec2/imdsv2-account-default'],
  kind: 'aws.region',
  fact: 'instanceMetadataDefaults',
  risk: 'disruptive',
  reversibility: { undo: 'fully' },
  desired: (current) =>
    current.managedBy === 'account'
      ? to({ ...current, httpTokens: 'required' })
      : cannot('a policy of the organisation sets it, so it is changed there'),
  consequences: () => [
    harmless('instances that run stay as they are, and so does what a launch or a template asks for itself'),
    uncertain(
      'new instances whose software asks the older way would be refused, those that Auto Scaling starts included',
    ),
  ],
});
