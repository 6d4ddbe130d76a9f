import { cannot, defineRemedy, harmless, to, uncertain } from '#src/remedy';

/** What AWS Backup takes; 0: no bound. */
const mostDays = 36_500;
const isBound = (days: number) => Number.isInteger(days) && days >= 0 && days <= mostDays;

export default defineRemedy({
  id: 'aws/backup/vault-lock',
  title: 'Lock the vault against deletion, by governance',
  cures: ['aws/backup/vault-lock'],
  kind: 'aws.backup.vault',
  fact: 'lock',
  risk: 'disruptive',
  reversibility: { undo: 'fully' },
  settings: { minRetentionDays: 0, maxRetentionDays: 0 },
  desired: (lock, { settings: { minRetentionDays: least, maxRetentionDays: most } }) => {
    if (lock.on) return cannot('it is locked already');
    if (!isBound(least) || !isBound(most) || (most !== 0 && most < least))
      return cannot(
        `minRetentionDays and maxRetentionDays in the configuration are not days from 0 (no bound) to ${mostDays}, the least first`,
      );
    return to({ ...lock, on: true, minRetentionDays: least || null, maxRetentionDays: most || null });
  },
  consequences: (_facts, { after: { minRetentionDays: least, maxRetentionDays: most } }) => [
    uncertain(
      'whoever deletes its recovery points before their time, or changes their days, is refused until the lock is off; who does so cannot be told',
    ),
    ...(least === null
      ? []
      : [uncertain(`jobs that keep a backup or a copy there for less than ${least} days fail`)]),
    ...(most === null
      ? []
      : [uncertain(`jobs that keep a backup or a copy there for more than ${most} days, or for ever, fail`)]),
    harmless('whoever may delete the lock can take it off again: it is not the lock for good'),
  ],
});
