import { defineRemedy, taggedForBackup } from '#src/remedy';

export default defineRemedy({
  ...taggedForBackup,
  id: 'aws/dynamodb/backup-plan-tag',
  title: 'Tag the table so that a backup plan takes it in',
  cures: ['aws/dynamodb/backup-plan'],
  kind: 'aws.dynamodb.table',
});
