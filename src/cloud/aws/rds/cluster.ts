import type { ResourceKind } from '../../../domain/catalog.ts';
import { backupByTag, lastBackupAt, protection } from '../backup/by-tag.ts';
import { fromListing, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import * as settings from './cluster-settings.ts';
import { type DbCluster, listDbClusters } from './cluster-subject.ts';
import { parameterGroupServes, tls, tlsParameterSetting } from './cluster-tls.ts';
import { dbClusterPermissions } from './listings.ts';

/** AWS Backup counts Multi-AZ clusters among the RDS databases. */
const backedUpAs = ({ engine }: DbCluster) => (engine.startsWith('aurora') ? 'Aurora' : 'RDS');

const engine = fromListing((cluster: DbCluster) => cluster.engine);
const storageEncryption = fromListing((cluster: DbCluster) => present(cluster.storage, 'StorageEncrypted'));

const common = {
  scope: 'regional',
  permissions: dbClusterPermissions,
  pattern: ({ id, partition }: { id: string; partition: string }, region: string) =>
    `arn:${partition}:rds:${region}:${id}:cluster:*`,
} as const;

export const cluster = {
  title: 'RDS cluster',
  ...common,
  list: (reader: AwsReader, region: string) => listDbClusters(reader, region, null),
  facts: {
    engine,
    storageEncryption,
    members: fromListing((cluster: DbCluster) => cluster.members),
    serverless: fromListing((cluster: DbCluster) => cluster.serverless),
    multiAz: fromListing((cluster: DbCluster) => present(cluster.multiAz, 'MultiAZ')),
    ...settings,
    ...backupByTag(['rds:AddTagsToResource', 'rds:RemoveTagsFromResource'], { type: backedUpAs }),
    lastBackupAt,
    protection,
    tls,
    tlsParameterSetting,
    parameterGroupServes,
  },
} as const satisfies ResourceKind<DbCluster>;

export const documentDbCluster = {
  title: 'DocumentDB cluster',
  ...common,
  list: (reader: AwsReader, region: string) => listDbClusters(reader, region, 'docdb'),
  facts: { storageEncryption },
} as const satisfies ResourceKind<DbCluster>;

export const neptuneCluster = {
  title: 'Neptune cluster',
  ...common,
  list: (reader: AwsReader, region: string) => listDbClusters(reader, region, 'neptune'),
  facts: { storageEncryption },
} as const satisfies ResourceKind<DbCluster>;
