import { defineRemedy, taggedForBackup, uncertain, unread } from '#src/remedy';

/** AWS Backup minds the automated backups of what it backs up continuously. */
const continuous =
  'where the plan keeps continuous backups, it sets the days and the window of the automated backups, too';

/** Its snapshots are taken from the primary, or stop it all the same. Source: RDS User Guide, "Managing automated backups". */
const standsStill = /^(custom-)?(sqlserver|db2)-/;

export default defineRemedy({
  ...taggedForBackup,
  id: 'aws/rds/backup-plan-tag',
  title: 'Tag the database so that a backup plan takes it in',
  cures: ['aws/rds/backup-plan'],
  kind: 'aws.rds.instance',
  considers: ['engine', 'multiAz'],
  consequences: ({ engine, multiAz }, change) => [
    ...taggedForBackup.consequences({}, change),
    uncertain(continuous),
    ...(multiAz.known && !multiAz.value
      ? [uncertain('a database in one zone may stand still for seconds while a snapshot of it begins')]
      : []),
    ...(multiAz.known && multiAz.value && engine.known && standsStill.test(engine.value)
      ? [uncertain('it may stand still for seconds while a snapshot of it begins, for all its second server')]
      : []),
    ...unread(multiAz, 'whether a second server takes over while a snapshot begins cannot be told'),
  ],
});
