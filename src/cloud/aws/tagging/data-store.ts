import type { ResourceKind, Subject } from '../../../domain/catalog.ts';
import { codeOf, fromListing, present, settable } from '../collect.ts';
import { tableNames } from '../dynamodb/tables.ts';
import * as efs from '../efs/file-system.ts';
import * as fsx from '../fsx/file-system.ts';
import { imagingStorePermissions, imagingStores } from '../healthimaging/datastores.ts';
import { fhirStorePermissions, fhirStores } from '../healthlake/datastores.ts';
import { genomicStorePermissions, genomicStores } from '../healthomics/stores.ts';
import * as openSearch from '../opensearch/domain.ts';
import { dbClusterPermissions, dbClustersOf, dbInstancePermissions, dbInstancesOf } from '../rds/listings.ts';
import type { AwsReader } from '../reader.ts';
import * as redshift from '../redshift/cluster.ts';
import { regionTags, tagPermissions, tagsFrom } from './region-tags.ts';
import { type TagSet, writeTags } from './write-tags.ts';

interface DataStore extends Subject {
  readonly tags: TagSet;
}

type Source = (reader: AwsReader, region: string) => AsyncIterable<Subject> | Promise<Iterable<Subject>>;

/** Servers of a cluster keep no data of their own: the cluster does, and is asked. */
async function* databases(reader: AwsReader, region: string): AsyncIterable<Subject> {
  for (const told of await dbInstancesOf(reader, region)) {
    if (told.DBClusterIdentifier || told.DBInstanceStatus === 'deleting') continue;
    const name = present(told.DBInstanceIdentifier, 'DBInstanceIdentifier');
    yield { id: present(told.DBInstanceArn, 'DBInstanceArn'), name, region, tags: tagsFrom(told.TagList) };
  }
}

async function* databaseClusters(reader: AwsReader, region: string): AsyncIterable<Subject> {
  for (const told of await dbClustersOf(reader, region)) {
    if (told.Status === 'deleting') continue;
    const name = present(told.DBClusterIdentifier, 'DBClusterIdentifier');
    yield { id: present(told.DBClusterArn, 'DBClusterArn'), name, region, tags: tagsFrom(told.TagList) };
  }
}

async function* tables(reader: AwsReader, region: string): AsyncIterable<Subject> {
  const { id, partition } = reader.identity;
  for (const name of await tableNames(reader, region))
    yield { id: `arn:${partition}:dynamodb:${region}:${id}:table/${name}`, name, region };
}

const sources: readonly Source[] = [
  databases,
  databaseClusters,
  tables,
  efs.fileSystemsOf,
  fsx.fileSystemsOf,
  redshift.clustersOf,
  openSearch.domainsOf,
  fhirStores,
  imagingStores,
  genomicStores,
];

/**
 * Every store of the region, from the listings that the services' own kinds use. One that cannot be listed keeps the
 * others from nobody: it is thrown at the end. A service that has no endpoint in the region has no stores there; its
 * own kind says that it was not found.
 */
async function* list(reader: AwsReader, region: string): AsyncIterable<DataStore> {
  let failure: unknown = null;
  for (const source of sources) {
    try {
      for await (const { id, name = id, tags } of await source(reader, region))
        yield { id, name, region, tags: tags ?? (await regionTags(reader, region)).get(id) ?? {} };
    } catch (error) {
      if (codeOf(error) !== 'ENOTFOUND') failure ??= error;
    }
  }
  if (failure !== null) throw failure;
}

export const dataStore = {
  title: 'Data store',
  scope: 'regional',
  permissions: [
    ...dbInstancePermissions,
    ...dbClusterPermissions,
    'dynamodb:ListTables',
    ...efs.fileSystemPermissions,
    ...fsx.fileSystemPermissions,
    ...redshift.clusterPermissions,
    ...openSearch.domainPermissions,
    ...fhirStorePermissions,
    ...imagingStorePermissions,
    ...genomicStorePermissions,
    ...tagPermissions,
  ],
  pattern: ({ id, partition }, region) => `arn:${partition}:*:${region}:${id}:*`,
  list,
  facts: {
    tags: settable(
      fromListing((store: DataStore): TagSet => store.tags),
      writeTags,
    ),
  },
} as const satisfies ResourceKind<DataStore>;
