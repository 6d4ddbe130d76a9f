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
    harmless(
      'AWS refuses the change where AWS Backup has no service-linked role in the account, for it is not made from here: turn the backups of one file system on by hand first',
    ),
  ],
});
