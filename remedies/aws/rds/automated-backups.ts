import { breaks, cannot, defineRemedy, harmless, to, waiting } from '#src/remedy';

/** What RDS takes. */
const longestDays = 35;

export default defineRemedy({
  id: 'aws/rds/automated-backups',
  title: 'Back the database up every day',
  cures: ['aws/rds/automated-backups'],
  kind: 'aws.rds.instance',
  fact: 'orderedBackupRetentionDays',
  risk: 'disruptive',
  reversibility: {
    undo: 'partly',
    because: 'turning backups off again deletes those made meanwhile, and may hold up the disk again',
  },
  settings: { days: 7 },
  desired(days, { settings, subject }) {
    if (settings.days < 1 || settings.days > longestDays)
      return cannot(`RDS keeps backups for 1 to ${longestDays} days, and ${settings.days} are asked for`);
    const others = waiting(subject, 'BackupRetentionPeriod');
    if (others.length > 0)
      return cannot(`${others.join(', ')} waits for the maintenance window and would be changed now, too`);
    return to(Math.max(days, settings.days));
  },
  consequences: (_facts, { before }) => [
    harmless('backups beyond the size of the database are charged for'),
    ...(before === 0
      ? [breaks('reading and writing may stall for seconds to minutes while RDS turns backups on')]
      : []),
  ],
});
