import { breaks, defineRemedy, to, uncertain, unread } from '#src/remedy';

export default defineRemedy({
  id: 'aws/rds/auto-minor-upgrade',
  title: 'Let the database take minor patches in its maintenance window',
  cures: ['aws/rds/auto-minor-upgrade'],
  kind: 'aws.rds.instance',
  fact: 'autoMinorVersionUpgrade',
  risk: 'disruptive',
  reversibility: {
    undo: 'partly',
    because: 'a patch that was taken meanwhile stays: RDS does not go back to an older version',
  },
  considers: ['memberOf'],
  desired: () => to(true),
  consequences: ({ memberOf }) => [
    breaks('when a patch is due the database is restarted in its maintenance window, and connections end'),
    ...(memberOf.known && memberOf.value !== null
      ? [
          uncertain(
            `it belongs to cluster ${memberOf.value}: where that is a Multi-AZ cluster, RDS takes the change of the cluster only`,
          ),
        ]
      : []),
    ...unread(memberOf, 'whether it belongs to a cluster cannot be told'),
  ],
});
