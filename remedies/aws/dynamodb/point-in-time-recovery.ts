import { cannot, defineRemedy, harmless, to } from '#src/remedy';

/** What DynamoDB takes. */
const mostDays = 35;

export default defineRemedy({
  id: 'aws/dynamodb/point-in-time-recovery',
  title: 'Keep a history of the table to rewind it by',
  cures: ['aws/dynamodb/pitr'],
  kind: 'aws.dynamodb.table',
  fact: 'pointInTimeRecoveryDays',
  risk: 'safe',
  reversibility: { undo: 'fully' },
  settings: { days: mostDays },
  desired(current, { settings: { days } }) {
    if (days < 1 || days > mostDays)
      return cannot(`DynamoDB keeps 1 to ${mostDays} days, and ${days} are asked for`);
    return to(current ?? days);
  },
  consequences: () => [
    harmless('reading and writing go on as before'),
    harmless('the history is paid for by the size of the table'),
  ],
});
