import type { Chapter } from '../row.ts';

const name = 'sessions';

/** Caches. */
export const elastiCache: Chapter = {
  title: 'remedies of ElastiCache, on moto',
  rows: [
    {
      remedy: 'aws/elasticache/redis-backup',
      check: 'aws/elasticache/redis-backup',
      async seed({ sdk }) {
        const { ReplicationGroup } = await (await sdk('elastiCache')).createReplicationGroup({
          ReplicationGroupId: name,
          ReplicationGroupDescription: name,
          Engine: 'redis',
        });
        return ReplicationGroup?.ARN ?? '';
      },
      change: ['0 → 15'],
      calls: ['ModifyReplicationGroup'],
      undo: ['ModifyReplicationGroup'],
      state: async ({ sdk }) =>
        (await (await sdk('elastiCache')).describeReplicationGroups({ ReplicationGroupId: name }))
          .ReplicationGroups,
      meddle: async ({ sdk }) =>
        (await sdk('elastiCache')).modifyReplicationGroup({
          ReplicationGroupId: name,
          SnapshotRetentionLimit: 3,
        }),
    },
  ],
};
