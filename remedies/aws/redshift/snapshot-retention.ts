import { cannot, defineRemedy, harmless, to } from '#src/remedy';

/** What Redshift takes. */
const mostDays = 35;

export default defineRemedy({
  id: 'aws/redshift/snapshot-retention',
  title: 'Keep automatic snapshots of the warehouse longer',
  cures: ['aws/redshift/automated-snapshots'],
  kind: 'aws.redshift.cluster',
  fact: 'snapshotDays',
  risk: 'safe',
  reversibility: {
    undo: 'partly',
    because: 'shortening the time again deletes the automatic snapshots that are older',
  },
  settings: { minDays: 7 },
  desired(current, { settings: { minDays } }) {
    if (minDays > mostDays)
      return cannot(
        `Redshift keeps automatic snapshots ${mostDays} days at most, and ${minDays} are asked for`,
      );
    return to(Math.max(current, minDays));
  },
  consequences: () => [harmless('snapshots beyond the free storage are paid for; queries go on as before')],
});
