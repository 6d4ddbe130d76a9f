import { cannot, defineRemedy, harmless, to, uncertain } from '#src/remedy';

/** What ElastiCache takes. */
const longestDays = 35;

export default defineRemedy({
  id: 'aws/elasticache/cluster-redis-backup',
  title: "Keep more of the cluster's daily snapshots",
  cures: ['aws/elasticache/cluster-redis-backup'],
  kind: 'aws.elasticache.cluster',
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
  consequences: (_facts, { before }) => [
    harmless('snapshots beyond one are charged for by their size'),
    ...(before === 0
      ? [
          uncertain(
            'a node that has little memory left may slow down while the snapshot is taken, and that cannot be seen',
          ),
        ]
      : []),
  ],
});
