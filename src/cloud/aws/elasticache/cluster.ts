import type { ResourceKind, Subject } from '../../../domain/catalog.ts';
import { fromListing, itemsOf, present, settable } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { type CacheEncryption, encryptionOf } from './encryption.ts';
import { isThere } from './is-there.ts';

interface CacheCluster extends Subject {
  readonly engine: string;
  readonly encryption: CacheEncryption;
  readonly snapshotRetentionDays: number;
}

/** Those that stand alone; the members of a replication group are judged with it. */
async function* list(reader: AwsReader, region: string): AsyncIterable<CacheCluster> {
  const cache = await reader.service('elastiCache', region);
  const pages = cache.paginateDescribeCacheClusters({
    MaxRecords: 100,
    ShowCacheClustersNotInReplicationGroups: true,
  });
  for await (const told of itemsOf(pages, (page) => page.CacheClusters, 'DescribeCacheClusters')) {
    if (told.ReplicationGroupId || !isThere(told.CacheClusterStatus)) continue;
    yield {
      id: present(told.ARN, 'ARN'),
      name: present(told.CacheClusterId, 'CacheClusterId'),
      region,
      engine: present(told.Engine, 'Engine'),
      encryption: encryptionOf(told),
      snapshotRetentionDays: told.SnapshotRetentionLimit ?? 0,
    };
  }
}

/** Days that daily snapshots are kept; 0: none is taken. */
const snapshotRetentionDays = settable(
  fromListing((cluster: CacheCluster) => cluster.snapshotRetentionDays),
  {
    permissions: ['elasticache:ModifyCacheCluster'],
    calls: () => ['ModifyCacheCluster'],
    async put(client, { id, name = id, region }, SnapshotRetentionLimit) {
      const cache = await client.service('elastiCache', region);
      await cache.modifyCacheCluster({ CacheClusterId: name, SnapshotRetentionLimit });
    },
  },
);

export const cluster = {
  title: 'ElastiCache cluster',
  scope: 'regional',
  permissions: ['elasticache:DescribeCacheClusters'],
  pattern: ({ id, partition }, region) => `arn:${partition}:elasticache:${region}:${id}:cluster:*`,
  list,
  facts: {
    engine: fromListing((cluster: CacheCluster) => cluster.engine),
    encryption: fromListing((cluster: CacheCluster) => cluster.encryption),
    snapshotRetentionDays,
  },
} as const satisfies ResourceKind<CacheCluster>;
