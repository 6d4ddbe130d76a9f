import { breaks, cannot, defineRemedy, to } from '#src/remedy';

export default defineRemedy({
  id: 'aws/redshift/version-upgrade',
  title: 'Let the warehouse take version upgrades',
  cures: ['aws/redshift/maintenance-settings'],
  kind: 'aws.redshift.cluster',
  fact: 'allowVersionUpgrade',
  risk: 'disruptive',
  reversibility: {
    undo: 'partly',
    because: 'an upgrade that came meanwhile stays',
  },
  desired: (current) =>
    current
      ? cannot('it takes upgrades already; change the maintenance window in Redshift, under Maintenance')
      : to(true),
  consequences: () => [
    breaks('when an upgrade is due, the warehouse rests for some minutes in its maintenance window'),
  ],
});
