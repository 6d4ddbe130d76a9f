import { cannot, defineRemedy, harmless, to } from '#src/remedy';

/** What ElastiCache takes. */
const longestDays = 35;

export default defineRemedy({
  id: 'aws/elasticache/serverless-redis-backup',
  title: "Keep more of the serverless cache's daily snapshots",
  cures: ['aws/elasticache/serverless-redis-backup'],
  kind: 'aws.elasticache.serverlessCache',
  fact: 'snapshotRetentionDays',
  risk: 'safe',
  reversibility: {
    undo: 'partly',
    because: 'snapshots that are older than the days before are deleted again',
  },
  settings: { minDays: 15 },
  desired(days, { settings: { minDays } }) {
    if (minDays < 1 || minDays > longestDays)
      return cannot(`ElastiCache keeps snapshots for 1 to ${longestDays} days, and ${minDays} are asked for`);
    return to(Math.max(days, minDays));
  },
  consequences: () => [harmless('snapshots are charged for by their size')],
});
