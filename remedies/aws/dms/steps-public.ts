import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/dms/steps-public',
  title: 'Move the migration to a host without a public address',
  cures: ['aws/dms/replication-instance-not-public'],
  why: 'DMS fixes the public address when the host is created, so a new one is made and the tasks are moved.',
  steps: [
    'Until then let no address of the internet through the security groups of the host.',
    'Create a host without a public address: `aws dms create-replication-instance --no-publicly-accessible`, in private subnets that reach the source and the target.',
    'Let source and target in by the security group of the new host, and test the connections.',
    'Stop the tasks, move them with `aws dms move-replication-task`, and start them again.',
    'Delete the old host, and `recheck` the finding.',
  ],
});
