import type { ReplicationGroup as Told } from '@aws-sdk/client-elasticache';
import type { ResourceKind, Subject } from '../../../domain/catalog.ts';
import { fromListing, itemsOf, present, settable } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { type CacheEncryption, encryptionOf } from './encryption.ts';
import { isThere } from './is-there.ts';

interface ReplicationGroup extends Subject {
  readonly encryption: CacheEncryption;
  readonly snapshotRetentionDays: number;
  /** Whose data the daily snapshot is taken of; null: it need not be said, as where every shard is snapshotted. */
  readonly snapshotOf: string | null;
}

/** A replica where there is one, so that the primary is not slowed down. */
function snapshotOf({ ClusterEnabled, SnapshottingClusterId, NodeGroups = [], MemberClusters = [] }: Told) {
  if (ClusterEnabled) return null;
  const nodes = NodeGroups.flatMap(({ NodeGroupMembers = [] }) => NodeGroupMembers);
  const replica = nodes.find(({ CurrentRole }) => CurrentRole === 'replica')?.CacheClusterId;
  return SnapshottingClusterId ?? replica ?? MemberClusters[0] ?? null;
}

async function* list(reader: AwsReader, region: string): AsyncIterable<ReplicationGroup> {
  const cache = await reader.service('elastiCache', region);
  const pages = cache.paginateDescribeReplicationGroups({ MaxRecords: 100 });
  for await (const told of itemsOf(pages, (page) => page.ReplicationGroups, 'DescribeReplicationGroups')) {
    if (!isThere(told.Status)) continue;
    yield {
      id: present(told.ARN, 'ARN'),
      name: present(told.ReplicationGroupId, 'ReplicationGroupId'),
      region,
      encryption: encryptionOf(told),
      snapshotRetentionDays: told.SnapshotRetentionLimit ?? 0,
      snapshotOf: snapshotOf(told),
    };
  }
}

/** Days that daily snapshots are kept; 0: none is taken. */
const snapshotRetentionDays = settable(
  fromListing((group: ReplicationGroup) => group.snapshotRetentionDays),
  {
    permissions: ['elasticache:ModifyReplicationGroup'],
    // IAM may ask for the member, too, that the snapshot is taken of.
    resources: ({ id }) => [id, id.replace(/:replicationgroup:(.*)$/, ':cluster:$1-*')],
    calls: () => ['ModifyReplicationGroup'],
    async put(client, { id, name = id, region, snapshotOf }, days) {
      const cache = await client.service('elastiCache', region);
      await cache.modifyReplicationGroup({
        ReplicationGroupId: name,
        SnapshotRetentionLimit: days,
        ...(days > 0 && snapshotOf !== null && { SnapshottingClusterId: snapshotOf }),
      });
    },
  },
);

export const replicationGroup = {
  title: 'ElastiCache replication group',
  scope: 'regional',
  permissions: ['elasticache:DescribeReplicationGroups'],
  pattern: ({ id, partition }, region) => `arn:${partition}:elasticache:${region}:${id}:replicationgroup:*`,
  list,
  facts: { encryption: fromListing((group: ReplicationGroup) => group.encryption), snapshotRetentionDays },
} as const satisfies ResourceKind<ReplicationGroup>;
