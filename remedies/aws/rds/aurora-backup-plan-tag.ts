import { defineRemedy, taggedForBackup, uncertain } from '#src/remedy';

/** AWS Backup minds the automated backups of what it backs up continuously. */
const continuous =
  'where the plan keeps continuous backups, it sets the days and the window of the automated backups, too';

export default defineRemedy({
  ...taggedForBackup,
  id: 'aws/rds/aurora-backup-plan-tag',
  title: 'Tag the database cluster so that a backup plan takes it in',
  cures: ['aws/rds/aurora-backup-plan'],
  kind: 'aws.rds.cluster',
  consequences: (facts, change) => [...taggedForBackup.consequences(facts, change), uncertain(continuous)],
});
