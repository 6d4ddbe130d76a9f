import type { Cluster } from '@aws-sdk/client-kafka';
import type { ResourceKind, Subject } from '../../../domain/catalog.ts';
import { fromAccount, fromListing, itemsOf, present } from '../collect.ts';
import { keyManager, keyManagerPermissions } from '../kms/key-manager.ts';
import type { AwsReader } from '../reader.ts';

interface ClusterSubject extends Subject {
  readonly cluster: Cluster;
}

async function* list(reader: AwsReader, region: string): AsyncIterable<ClusterSubject> {
  const pages = (await reader.service('kafka', region)).paginateListClustersV2({ MaxResults: 100 });
  for await (const cluster of itemsOf(pages, (page) => page.ClusterInfoList, 'ListClustersV2'))
    if (cluster.State !== 'DELETING')
      yield {
        id: present(cluster.ClusterArn, 'the ARN'),
        region,
        name: present(cluster.ClusterName, 'ClusterName'),
        ...(cluster.Tags && { tags: cluster.Tags }),
        cluster,
      };
}

interface InTransit {
  /** `TLS`, `TLS_PLAINTEXT` or `PLAINTEXT`. */
  readonly clients: string;
  readonly betweenBrokers: boolean;
}

/** `null`: a serverless cluster, which takes TLS only. */
const inTransit = fromListing(({ cluster }: ClusterSubject): InTransit | null => {
  if (present(cluster.ClusterType, 'ClusterType') === 'SERVERLESS') return null;
  const told = present(cluster.Provisioned, 'Provisioned').EncryptionInfo?.EncryptionInTransit;
  // Of clients AWS's own pages name two defaults, so what is not told is not known.
  return { clients: present(told?.ClientBroker, 'ClientBroker'), betweenBrokers: told?.InCluster ?? true };
});

/** Who minds the key of the brokers' disks: MSK encrypts them always. */
const encryptedBy = fromAccount(
  keyManagerPermissions,
  async (reader, { cluster, region }: ClusterSubject) => {
    const key = cluster.Provisioned?.EncryptionInfo?.EncryptionAtRest?.DataVolumeKMSKeyId;
    const manager = await keyManager(reader, region, key);
    return manager === 'customer' ? 'customer' : 'AWS';
  },
);

export const cluster = {
  title: 'MSK cluster',
  scope: 'regional',
  permissions: ['kafka:ListClustersV2'],
  pattern: ({ id, partition }, region) => `arn:${partition}:kafka:${region}:${id}:cluster/*`,
  list,
  facts: { inTransit, encryptedBy },
} as const satisfies ResourceKind<ClusterSubject>;
