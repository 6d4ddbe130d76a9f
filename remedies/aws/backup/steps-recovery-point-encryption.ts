import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/backup/steps-recovery-point-encryption',
  title: 'Copy the backup into an encrypted vault',
  cures: ['aws/backup/recovery-point-encrypted'],
  why: 'What is stored cannot be encrypted in its place, and the plain copy is for a person to delete.',
  steps: [
    'Encrypt the resource itself first, where it is not: new backups of most services take its encryption.',
    'Copy the recovery point into a vault with a key: `aws backup start-copy-job --recovery-point-arn ARN --source-backup-vault-name OLD --destination-backup-vault-arn NEW-ARN --iam-role-arn ROLE`.',
    'See that the copy says that it is encrypted, and restore it once.',
    'Delete the plain one: `aws backup delete-recovery-point --backup-vault-name OLD --recovery-point-arn ARN`, and start a scan.',
  ],
});
