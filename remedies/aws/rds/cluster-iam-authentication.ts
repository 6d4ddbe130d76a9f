import { cannot, defineRemedy, harmless, to, waiting } from '#src/remedy';

export default defineRemedy({
  id: 'aws/rds/cluster-iam-authentication',
  title: 'Let the database cluster take IAM tokens',
  cures: ['aws/rds/cluster-iam-authentication'],
  kind: 'aws.rds.cluster',
  fact: 'orderedIamAuthentication',
  risk: 'safe',
  reversibility: { undo: 'fully' },
  desired: (_on, { subject }) => {
    const others = waiting(subject, 'IAMDatabaseAuthenticationEnabled');
    return others.length === 0
      ? to(true)
      : cannot(`${others.join(', ')} waits for the maintenance window and would be changed now, too`);
  },
  consequences: () => [
    harmless('passwords go on working; a login takes tokens once it is told to, in the database'),
  ],
});
