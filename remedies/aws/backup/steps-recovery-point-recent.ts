import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/backup/steps-recovery-point-recent',
  title: 'Find out why it is no longer backed up',
  cures: ['aws/backup/recovery-point-recent'],
  why: 'The past tells only that no backup was made: whether the plan failed, was changed, or the resource is gone is for people to find out.',
  steps: [
    'See whether the resource is still there: AWS Backup tells of it as long as it holds a backup of it. If it is gone, accept the finding.',
    'Look for failed jobs: `aws backup list-backup-jobs --by-resource-arn ARN`, whose StatusMessage says why.',
    'See whether a plan still takes it in: its tags, the selections of the plans, and Settings, Service opt-in, in AWS Backup.',
    'Back it up now: `aws backup start-backup-job --backup-vault-name VAULT --resource-arn ARN --iam-role-arn ROLE`.',
    '`recheck` the finding when the job is done.',
  ],
});
