import type { Cluster, ModifyClusterMessage } from '@aws-sdk/client-redshift';
import type { ResourceKind, Subject } from '../../../domain/catalog.ts';
import { everyOf, fromFacts, fromListing, itemsOf, present, settable } from '../collect.ts';
import { type KeyManager, keyManager, keyManagerPermissions } from '../kms/key-manager.ts';
import type { AwsReader } from '../reader.ts';
import { tagsFrom } from '../tagging/region-tags.ts';
import { until } from '../until.ts';
import type { AwsWriter } from '../writer.ts';
import { auditLogging, loggingStatus, undeliveredSince } from './audit-logging.ts';
import { requiresTls } from './parameters.ts';

export interface WarehouseSubject extends Subject {
  readonly cluster: Cluster;
}

export const clusterPermissions = ['redshift:DescribeClusters'] as const;

/** Every cluster of the region: asked once per scan. */
export const clustersOf = (reader: AwsReader, region: string): Promise<readonly WarehouseSubject[]> =>
  reader.remember(`redshift:DescribeClusters:${region}`, () => everyOf(told(reader, region)));

async function* list(reader: AwsReader, region: string): AsyncIterable<WarehouseSubject> {
  yield* await clustersOf(reader, region);
}

async function* told(reader: AwsReader, region: string): AsyncIterable<WarehouseSubject> {
  const { id, partition } = reader.identity;
  const pages = (await reader.service('redshift', region)).paginateDescribeClusters({});
  for await (const cluster of itemsOf(pages, (page) => page.Clusters, 'DescribeClusters')) {
    if (cluster.ClusterStatus === 'deleting') continue;
    const name = present(cluster.ClusterIdentifier, 'ClusterIdentifier');
    const arn = `arn:${partition}:redshift:${region}:${id}:cluster:${name}`;
    yield { id: arn, region, name, tags: tagsFrom(cluster.Tags), cluster };
  }
}

type Setting = 'PubliclyAccessible' | 'EnhancedVpcRouting' | 'AllowVersionUpgrade';

/** A switch of the cluster, as its description tells it and ModifyCluster sets it. */
const flag = (name: Setting) =>
  settable(
    fromListing(({ cluster }: WarehouseSubject): boolean => present(cluster[name], name)),
    {
      ...modify,
      permissions: [...modify.permissions, ...clusterPermissions],
      async put(client, cluster, value) {
        await modifying(client, cluster, { [name]: value });
        const redshift = await client.service('redshift', cluster.region);
        const ClusterIdentifier = cluster.name ?? '';
        await until(client.signal, async () => {
          const { Clusters = [] } = await redshift.describeClusters({ ClusterIdentifier });
          return Clusters[0]?.[name] === value;
        });
      },
    },
  );

const modify = {
  permissions: ['redshift:ModifyCluster'],
  calls: () => ['ModifyCluster'],
} as const;

async function modifying(
  client: AwsWriter,
  { name: ClusterIdentifier = '', region }: Subject,
  change: Omit<ModifyClusterMessage, 'ClusterIdentifier'>,
): Promise<void> {
  await (await client.service('redshift', region)).modifyCluster({ ClusterIdentifier, ...change });
}

const encryptedBy = fromFacts(
  ['encrypted'],
  (_needs, { cluster, region }: WarehouseSubject, reader): KeyManager | Promise<KeyManager> => {
    const key = cluster.Encrypted ? present(cluster.KmsKeyId, 'KmsKeyId') : null;
    return key?.startsWith('AWS_OWNED') ? 'AWS' : keyManager(reader, region, key);
  },
  keyManagerPermissions,
);

/** Days that automatic snapshots are kept; 0: none are taken. */
const snapshotDays = settable(
  fromListing(({ cluster }: WarehouseSubject): number =>
    present(cluster.AutomatedSnapshotRetentionPeriod, 'AutomatedSnapshotRetentionPeriod'),
  ),
  {
    ...modify,
    put: (client, cluster, days) => modifying(client, cluster, { AutomatedSnapshotRetentionPeriod: days }),
  },
);

export const cluster = {
  title: 'Redshift cluster',
  scope: 'regional',
  permissions: clusterPermissions,
  pattern: ({ id, partition }, region) => `arn:${partition}:redshift:${region}:${id}:cluster:*`,
  list,
  facts: {
    publiclyAccessible: flag('PubliclyAccessible'),
    enhancedVpcRouting: flag('EnhancedVpcRouting'),
    allowVersionUpgrade: flag('AllowVersionUpgrade'),
    maintenanceWindow: fromListing(({ cluster }: WarehouseSubject): string | null =>
      cluster.PreferredMaintenanceWindow ? cluster.PreferredMaintenanceWindow.toLowerCase() : null,
    ),
    snapshotDays,
    encrypted: fromListing(({ cluster }: WarehouseSubject): boolean =>
      present(cluster.Encrypted, 'Encrypted'),
    ),
    encryptedBy,
    loggingStatus,
    auditLogging,
    undeliveredSince,
    requiresTls,
  },
} as const satisfies ResourceKind<WarehouseSubject>;
