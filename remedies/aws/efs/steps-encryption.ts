import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/efs/steps-encryption',
  title: 'Move the data to an encrypted file system',
  cures: ['aws/efs/encryption-at-rest'],
  why: 'Whether a file system is encrypted is chosen when it is made.',
  steps: [
    'Make one: `aws efs create-file-system --encrypted --kms-key-id KEY-ARN --backup`, and mount targets in the same subnets.',
    'Copy the data with AWS DataSync, or replicate: `aws efs create-replication-configuration --source-file-system-id OLD --destinations FileSystemId=NEW`, whose copy is always encrypted.',
    'In a quiet time stop the writers, copy the rest, and mount the new one in the place of the old.',
    'Delete the old file system when nothing mounts it any more, and start a scan.',
  ],
});
