import type { ResourceKind, Subject } from '../../../domain/catalog.ts';
import { fromListing, itemsOf, present, settable } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { isThere } from './is-there.ts';

/** It is always encrypted, at rest and in transit. */
interface ServerlessCache extends Subject {
  readonly engine: string;
  readonly snapshotRetentionDays: number;
}

async function* list(reader: AwsReader, region: string): AsyncIterable<ServerlessCache> {
  const cache = await reader.service('elastiCache', region);
  const pages = cache.paginateDescribeServerlessCaches({ MaxResults: 50 });
  for await (const told of itemsOf(pages, (page) => page.ServerlessCaches, 'DescribeServerlessCaches')) {
    if (!isThere(told.Status)) continue;
    yield {
      id: present(told.ARN, 'ARN'),
      name: present(told.ServerlessCacheName, 'ServerlessCacheName'),
      region,
      engine: present(told.Engine, 'Engine'),
      snapshotRetentionDays: told.SnapshotRetentionLimit ?? 0,
    };
  }
}

/** Days that daily snapshots are kept; 0: none is taken. */
const snapshotRetentionDays = settable(
  fromListing((cache: ServerlessCache) => cache.snapshotRetentionDays),
  {
    permissions: ['elasticache:ModifyServerlessCache'],
    calls: () => ['ModifyServerlessCache'],
    async put(client, { id, name = id, region }, SnapshotRetentionLimit) {
      const cache = await client.service('elastiCache', region);
      await cache.modifyServerlessCache({ ServerlessCacheName: name, SnapshotRetentionLimit });
    },
  },
);

export const serverlessCache = {
  title: 'ElastiCache serverless cache',
  scope: 'regional',
  permissions: ['elasticache:DescribeServerlessCaches'],
  pattern: ({ id, partition }, region) => `arn:${partition}:elasticache:${region}:${id}:serverlesscache:*`,
  list,
  facts: { engine: fromListing((cache: ServerlessCache) => cache.engine), snapshotRetentionDays },
} as const satisfies ResourceKind<ServerlessCache>;
