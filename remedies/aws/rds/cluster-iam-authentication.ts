import { defineRemedy, harmless, to, uncertain, unread } from '#src/remedy';

export default defineRemedy({
  id: 'aws/rds/cluster-iam-authentication',
  title: 'Let the database cluster take IAM tokens',
  cures: ['aws/rds/cluster-iam-authentication'],
  kind: 'aws.rds.cluster',
  fact: 'orderedIamAuthentication',
  risk: 'safe',
  reversibility: { undo: 'fully' },
  considers: ['pending'],
  desired: () => to(true),
  consequences: ({ pending }) => [
    harmless('passwords go on working; a login takes tokens once it is told to, in the database'),
    ...(pending.known && pending.value.length > 0
      ? [
          uncertain(
            `${pending.value.join(', ')} waits for the maintenance window and may be changed now, too`,
          ),
        ]
      : []),
    ...unread(pending, 'whether another change waits, and may be made now, cannot be told'),
  ],
});
