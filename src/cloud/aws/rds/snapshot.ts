import type { DBSnapshotAttribute } from '@aws-sdk/client-rds';
import type { ResourceKind } from '../../../domain/catalog.ts';
import { fromAccount, fromCall, itemsOf, listOf, present, settable } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { tagsFrom } from '../tagging/region-tags.ts';
import { storageEncryption as encryptionOf } from './encryption.ts';
import { dbInstancePermissions, dbInstancesOf } from './listings.ts';
import { canBePublic, type DbSnapshot, isStillThere, storageEncryption, type } from './snapshot-subject.ts';

/** Own snapshots: those that others share are listed only when they are asked for. */
async function* list(reader: AwsReader, region: string): AsyncIterable<DbSnapshot> {
  const rds = await reader.service('rds', region);
  const pages = rds.paginateDescribeDBSnapshots({ MaxRecords: 100 });
  for await (const told of itemsOf(pages, (page) => page.DBSnapshots, 'DescribeDBSnapshots'))
    yield {
      id: present(told.DBSnapshotArn, 'DBSnapshotArn'),
      name: present(told.DBSnapshotIdentifier, 'DBSnapshotIdentifier'),
      region,
      tags: tagsFrom(told.TagList),
      type: present(told.SnapshotType, 'SnapshotType'),
      storage: encryptionOf({ encrypted: told.Encrypted, type: told.StorageEncryptionType }),
      source: { name: told.DBInstanceIdentifier ?? '', resource: told.DbiResourceId ?? null },
    };
}

const everyone = 'all';

export const isOpen = (attributes: readonly DBSnapshotAttribute[]): boolean =>
  attributes.some(
    ({ AttributeName, AttributeValues = [] }) =>
      AttributeName === 'restore' && AttributeValues.includes(everyone),
  );

/** Adds or takes away "everyone"; accounts that are named stay. */
export const openedTo = (anyone: boolean) => ({
  AttributeName: 'restore',
  ...(anyone ? { ValuesToAdd: [everyone] } : { ValuesToRemove: [everyone] }),
});

/** Whether any AWS account may make a database of it. */
const restorableByAnyone = settable(
  fromCall(['rds:DescribeDBSnapshotAttributes'], async (reader, snapshot: DbSnapshot): Promise<boolean> => {
    if (!canBePublic(snapshot)) return false;
    const rds = await reader.service('rds', snapshot.region);
    const told = await rds.describeDBSnapshotAttributes({
      DBSnapshotIdentifier: snapshot.name ?? snapshot.id,
    });
    const { DBSnapshotAttributes } = present(told.DBSnapshotAttributesResult, 'DBSnapshotAttributesResult');
    return isOpen(listOf(DBSnapshotAttributes, 'DescribeDBSnapshotAttributes'));
  }),
  {
    permissions: ['rds:ModifyDBSnapshotAttribute'],
    calls: () => ['ModifyDBSnapshotAttribute'],
    async put(client, { id, name = id, region }, anyone) {
      const rds = await client.service('rds', region);
      await rds.modifyDBSnapshotAttribute({ DBSnapshotIdentifier: name, ...openedTo(anyone) });
    },
  },
);

const sourceIsThere = fromAccount(
  dbInstancePermissions,
  async (reader, snapshot: DbSnapshot): Promise<boolean> =>
    isStillThere(
      snapshot,
      (await dbInstancesOf(reader, snapshot.region)).map(({ DBInstanceIdentifier, DbiResourceId }) => ({
        name: DBInstanceIdentifier,
        resource: DbiResourceId,
      })),
    ),
);

export const snapshot = {
  title: 'RDS snapshot',
  scope: 'regional',
  permissions: ['rds:DescribeDBSnapshots'],
  pattern: ({ id, partition }, region) => `arn:${partition}:rds:${region}:${id}:snapshot:*`,
  list,
  facts: { type, storageEncryption, sourceIsThere, restorableByAnyone },
} as const satisfies ResourceKind<DbSnapshot>;
