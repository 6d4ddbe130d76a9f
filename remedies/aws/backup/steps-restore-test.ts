import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/backup/steps-restore-test',
  title: 'Test that backups can be restored',
  cures: ['aws/backup/restore-tested'],
  why: 'A restore makes new resources, which cost and hold the data: people decide where, and see that what came back is right.',
  steps: [
    'Make a restore testing plan in AWS Backup, Restore testing: what to restore, how often, and for how long to keep it.',
    'Or restore once by hand, into a network that nothing else reaches: `aws backup start-restore-job --recovery-point-arn ARN --metadata file://metadata.json --iam-role-arn ROLE`.',
    'Look whether the data is whole, note who looked and when, and delete what was restored.',
    '`recheck` the finding: AWS Backup tells of a job as soon as it is completed.',
  ],
});
