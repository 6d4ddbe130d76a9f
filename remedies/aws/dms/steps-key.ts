import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/dms/steps-key',
  title: 'Move the migration to a host under a key of your own',
  cures: ['aws/dms/replication-instance-kms'],
  why: 'DMS fixes the key when the host is created, so a new one is made and the tasks are moved.',
  steps: [
    'Have a KMS key whose policy lets DMS use it and names who manages it.',
    'Create a host under it: `aws dms create-replication-instance --kms-key-id KEY --no-publicly-accessible`.',
    'Test its connections to the source and the target.',
    'Stop the tasks, move them with `aws dms move-replication-task`, and start them again.',
    'Delete the old host, and `recheck` the finding.',
  ],
});
