import type { ResourceKind, Subject } from '../../../domain/catalog.ts';
import { fromAccount, fromListing, itemsOf, present } from '../collect.ts';
import { type KeyManager, keyManager, keyManagerPermissions } from '../kms/key-manager.ts';
import type { AwsReader } from '../reader.ts';
import { tagsByArn } from '../tagging/region-tags.ts';

interface ReplicationInstance extends Subject {
  readonly publiclyAccessible: boolean;
  /** `null`: none was named, so DMS uses AWS's own. */
  readonly key: string | null;
}

async function* list(reader: AwsReader, region: string): AsyncIterable<ReplicationInstance> {
  const dms = await reader.service('dms', region);
  const pages = dms.paginateDescribeReplicationInstances({ MaxRecords: 100 });
  for await (const told of itemsOf(
    pages,
    (page) => page.ReplicationInstances,
    'DescribeReplicationInstances',
  )) {
    if (told.ReplicationInstanceStatus === 'deleting') continue;
    yield {
      id: present(told.ReplicationInstanceArn, 'ReplicationInstanceArn'),
      name: present(told.ReplicationInstanceIdentifier, 'ReplicationInstanceIdentifier'),
      region,
      publiclyAccessible: present(told.PubliclyAccessible, 'PubliclyAccessible'),
      key: told.KmsKeyId ?? null,
    };
  }
}

/** Who minds the key that seals its disk. */
const keyManagedBy = fromAccount(
  keyManagerPermissions,
  async (reader, { key, region }: ReplicationInstance): Promise<Exclude<KeyManager, 'none'>> => {
    const manager = await keyManager(reader, region, key);
    return manager === 'none' ? 'AWS' : manager;
  },
);

export const replicationInstance = {
  title: 'DMS replication instance',
  scope: 'regional',
  permissions: ['dms:DescribeReplicationInstances'],
  pattern: ({ id, partition }, region) => `arn:${partition}:dms:${region}:${id}:rep:*`,
  list,
  facts: {
    publiclyAccessible: fromListing((host: ReplicationInstance) => host.publiclyAccessible),
    keyManagedBy,
    tags: tagsByArn,
  },
} as const satisfies ResourceKind<ReplicationInstance>;
