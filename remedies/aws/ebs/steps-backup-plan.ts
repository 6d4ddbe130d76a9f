import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/ebs/steps-backup-plan',
  title: 'Put the instance or the volume into a backup plan',
  cures: ['aws/ebs/backup-plan', 'aws/ec2/instance-backup-plan'],
  why: 'A selection of a plan hands AWS Backup a role, which is never given from here; and where plans go by several tags, or by none, people choose the plan: it tells how long the data is kept.',
  steps: [
    'Ask the owner how much data may be lost and how long copies must be kept, and choose or make a plan in AWS Backup that does so.',
    'See that EC2 and EBS are opted in for AWS Backup in the region: `aws backup describe-region-settings`.',
    'If the plan goes by tags, write the tag as `tag` of the remedies backup-plan-tag and instance-backup-plan-tag in the configuration, or give it to the resource; or add a selection: `aws backup create-backup-selection --backup-plan-id PLAN --backup-selection file://selection.json`.',
    'A plan that takes an instance in backs its volumes up with it, so either of the two will do.',
    'After the first run, restore it once somewhere else, and start a scan.',
  ],
});
