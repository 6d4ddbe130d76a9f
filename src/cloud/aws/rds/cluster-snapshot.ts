import type { ResourceKind } from '../../../domain/catalog.ts';
import { fromAccount, fromCall, itemsOf, listOf, present, settable } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { tagsFrom } from '../tagging/region-tags.ts';
import { storageEncryption as encryptionOf } from './encryption.ts';
import { dbClusterPermissions, dbClustersOf } from './listings.ts';
import { isOpen, openedTo } from './snapshot.ts';
import { canBePublic, type DbSnapshot, isStillThere, storageEncryption, type } from './snapshot-subject.ts';

/** Own snapshots of Aurora, Multi-AZ, DocumentDB and Neptune clusters. */
async function* list(reader: AwsReader, region: string): AsyncIterable<DbSnapshot> {
  const rds = await reader.service('rds', region);
  const pages = rds.paginateDescribeDBClusterSnapshots({ MaxRecords: 100 });
  for await (const told of itemsOf(pages, (page) => page.DBClusterSnapshots, 'DescribeDBClusterSnapshots'))
    yield {
      id: present(told.DBClusterSnapshotArn, 'DBClusterSnapshotArn'),
      name: present(told.DBClusterSnapshotIdentifier, 'DBClusterSnapshotIdentifier'),
      region,
      tags: tagsFrom(told.TagList),
      type: present(told.SnapshotType, 'SnapshotType'),
      storage: encryptionOf({ encrypted: told.StorageEncrypted, type: told.StorageEncryptionType }),
      source: { name: told.DBClusterIdentifier ?? '', resource: told.DbClusterResourceId ?? null },
    };
}

/** Whether any AWS account may make a cluster of it. */
const restorableByAnyone = settable(
  fromCall(
    ['rds:DescribeDBClusterSnapshotAttributes'],
    async (reader, snapshot: DbSnapshot): Promise<boolean> => {
      if (!canBePublic(snapshot)) return false;
      const rds = await reader.service('rds', snapshot.region);
      const { DBClusterSnapshotAttributesResult: told } = await rds.describeDBClusterSnapshotAttributes({
        DBClusterSnapshotIdentifier: snapshot.name ?? snapshot.id,
      });
      const { DBClusterSnapshotAttributes } = present(told, 'DBClusterSnapshotAttributesResult');
      return isOpen(listOf(DBClusterSnapshotAttributes, 'DescribeDBClusterSnapshotAttributes'));
    },
  ),
  {
    permissions: ['rds:ModifyDBClusterSnapshotAttribute'],
    calls: () => ['ModifyDBClusterSnapshotAttribute'],
    async put(client, { id, name = id, region }, anyone) {
      const rds = await client.service('rds', region);
      await rds.modifyDBClusterSnapshotAttribute({ DBClusterSnapshotIdentifier: name, ...openedTo(anyone) });
    },
  },
);

const sourceIsThere = fromAccount(
  dbClusterPermissions,
  async (reader, snapshot: DbSnapshot): Promise<boolean> =>
    isStillThere(
      snapshot,
      (await dbClustersOf(reader, snapshot.region)).map(({ DBClusterIdentifier, DbClusterResourceId }) => ({
        name: DBClusterIdentifier,
        resource: DbClusterResourceId,
      })),
    ),
);

export const clusterSnapshot = {
  title: 'RDS cluster snapshot',
  scope: 'regional',
  permissions: ['rds:DescribeDBClusterSnapshots'],
  pattern: ({ id, partition }, region) => `arn:${partition}:rds:${region}:${id}:cluster-snapshot:*`,
  list,
  facts: { type, storageEncryption, sourceIsThere, restorableByAnyone },
} as const satisfies ResourceKind<DbSnapshot>;
