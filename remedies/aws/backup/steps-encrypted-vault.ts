import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/backup/steps-encrypted-vault',
  title: 'Keep backups in a vault under a key of your own',
  cures: ['aws/backup/region-vault', 'aws/backup/vault-exists-encrypted'],
  why: 'The key of a vault is chosen when the vault is made, and what it holds keeps its key.',
  steps: [
    'Make a KMS key, or choose one, in the region, whose policy lets the backup role use it.',
    'Make the vault: `aws backup create-backup-vault --backup-vault-name NAME --encryption-key-arn KEY-ARN`.',
    'Have the rules of the plans use it: open the plan in AWS Backup, edit each rule, and choose the vault.',
    'Leave the old vault until its recovery points have come to their end, or copy them: `aws backup start-copy-job` takes a recovery point from vault to vault.',
    'Start a scan.',
  ],
});
