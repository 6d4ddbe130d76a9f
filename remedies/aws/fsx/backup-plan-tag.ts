import { defineRemedy, taggedForBackup } from '#src/remedy';

export default defineRemedy({
  ...taggedForBackup,
  id: 'aws/fsx/backup-plan-tag',
  title: 'Tag the file server so that a backup plan takes it in',
  cures: ['aws/fsx/backup-plan'],
  kind: 'aws.fsx.fileSystem',
});
