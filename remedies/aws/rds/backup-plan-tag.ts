import { defineRemedy, taggedForBackup, uncertain, unread } from '#src/remedy';

/** AWS Backup minds the automated backups of what it backs up continuously. */
const continuous =
  'where the plan keeps continuous backups, it sets the days and the window of the automated backups, too';

export default defineRemedy({
  ...taggedForBackup,
  id: 'aws/rds/backup-plan-tag',
  title: 'Tag the database so that a backup plan takes it in',
  cures: ['aws/rds/backup-plan'],
  kind: 'aws.rds.instance',
  considers: ['multiAz'],
  consequences: ({ multiAz }, change) => [
    ...taggedForBackup.consequences({}, change),
    uncertain(continuous),
    ...(multiAz.known && !multiAz.value
      ? [uncertain('a database in one zone may stand still for seconds while a snapshot of it begins')]
      : []),
    ...unread(multiAz, 'whether a second server takes over while a snapshot begins cannot be told'),
  ],
});
