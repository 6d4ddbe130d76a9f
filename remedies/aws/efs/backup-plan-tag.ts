import { defineRemedy, taggedForBackup } from '#src/remedy';

export default defineRemedy({
  ...taggedForBackup,
  id: 'aws/efs/backup-plan-tag',
  title: 'Tag the file system so that a backup plan takes it in',
  cures: ['aws/efs/backup-plan'],
  kind: 'aws.efs.fileSystem',
});
