import { defineRemedy, harmless, to } from '#src/remedy';

export default defineRemedy({
  id: 'aws/efs/automatic-backups',
  title: 'Back the file system up every day',
  cures: ['aws/efs/backup-plan'],
  kind: 'aws.efs.fileSystem',
  fact: 'automaticBackups',
  risk: 'safe',
  reversibility: {
    undo: 'partly',
    because: 'the backups that were made meanwhile stay for their 35 days',
  },
  desired: () => to(true),
  consequences: () => [
    harmless('AWS Backup keeps each day for 35 days in its own vault, and takes its price for the storage'),
  ],
});
