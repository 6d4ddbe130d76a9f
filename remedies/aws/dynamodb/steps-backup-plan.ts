import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/dynamodb/steps-backup-plan',
  title: 'Take the table into a backup plan',
  cures: ['aws/dynamodb/backup-plan'],
  why: 'A selection of a plan hands AWS Backup a role, which is never given from here; and where plans go by several tags, or by none, people choose the plan: it tells how long the data is kept.',
  steps: [
    'Choose the plan with whoever owns the data: `aws backup list-backup-plans`.',
    'If the plan goes by tags, write the tag as `tag` of the remedy backup-plan-tag in the configuration; or tag the table: `aws dynamodb tag-resource --resource-arn ARN --tags Key=KEY,Value=VALUE`.',
    'Or name it: `aws backup create-backup-selection --backup-plan-id PLAN --backup-selection \'{"SelectionName":"NAME","IamRoleArn":"ROLE","Resources":["TABLE-ARN"]}\'`.',
    'See that the service is on under Settings, Service opt-in, in the AWS Backup console: what is chosen by tags or by "all resources" is backed up only then.',
    '`recheck` the finding.',
  ],
});
