import { defineRemedy } from '#src/remedy';
import { costOf, recordingObjects } from './s3-data-events-read.ts';

export default defineRemedy({
  id: 'aws/cloudtrail/s3-data-events-write',
  title: 'Record object writes and deletes in every bucket',
  cures: ['aws/cloudtrail/s3-data-events-write'],
  kind: 'aws.account',
  fact: 'trails',
  risk: 'safe',
  reversibility: { undo: 'fully' },
  desired: (trails, { partition }) =>
    recordingObjects(trails, partition, { says: 'object writes and deletes', only: 'WriteOnly' }),
  consequences: () => [costOf('object writes and deletes')],
});
