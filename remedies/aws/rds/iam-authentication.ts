import { breaks, defineRemedy, harmless, to, unread } from '#src/remedy';

export default defineRemedy({
  id: 'aws/rds/iam-authentication',
  title: 'Let the database take IAM tokens',
  cures: ['aws/rds/iam-authentication'],
  kind: 'aws.rds.instance',
  fact: 'orderedIamAuthentication',
  risk: 'safe',
  reversibility: { undo: 'fully' },
  considers: ['pending'],
  desired: () => to(true),
  consequences: ({ pending }) => [
    harmless('passwords go on working; a login takes tokens once it is told to, in the database'),
    ...(pending.known && pending.value.length > 0
      ? [breaks(`${pending.value.join(', ')} waits for the maintenance window and would be changed now, too`)]
      : []),
    ...unread(pending, 'whether another change waits, and would be made now, cannot be told'),
  ],
});
