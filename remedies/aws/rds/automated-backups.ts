import { breaks, type Consequence, cannot, defineRemedy, harmless, to, unread } from '#src/remedy';

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
  considers: ['pending'],
  desired(days, { settings }) {
    if (settings.days < 1 || settings.days > longestDays)
      return cannot(`RDS keeps backups for 1 to ${longestDays} days, and ${settings.days} are asked for`);
    return to(Math.max(days, settings.days));
  },
  consequences({ pending }, { before }) {
    const told: Consequence[] = [harmless('backups beyond the size of the database are charged for')];
    if (before === 0)
      told.push(breaks('reading and writing may stall for seconds to minutes while RDS turns backups on'));
    if (pending.known && pending.value.length > 0)
      told.push(
        breaks(`${pending.value.join(', ')} waits for the maintenance window and would be changed now, too`),
      );
    return [
      ...told,
      ...unread(pending, 'whether another change waits, and would be made now, cannot be told'),
    ];
  },
});
