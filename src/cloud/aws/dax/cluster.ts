import type { Cluster } from '@aws-sdk/client-dax';
import type { ResourceKind, Subject } from '../../../domain/catalog.ts';
import { fromListing, listOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';

interface DaxCluster extends Subject {
  /** As DAX says it: ENABLED, ENABLING, DISABLING, DISABLED. */
  readonly encryption: string;
}

const subjectOf = (told: Cluster, region: string): DaxCluster => ({
  id: present(told.ClusterArn, 'ClusterArn'),
  name: present(told.ClusterName, 'ClusterName'),
  region,
  // Clusters that are older than encryption carry no description of it.
  encryption: told.SSEDescription?.Status ?? 'DISABLED',
});

async function* list(reader: AwsReader, region: string): AsyncIterable<DaxCluster> {
  const dax = await reader.service('dax', region);
  let NextToken: string | undefined;
  do {
    const page = await dax.describeClusters({ MaxResults: 100, ...(NextToken && { NextToken }) });
    for (const told of listOf(page.Clusters, 'DescribeClusters'))
      if (told.Status !== 'deleting') yield subjectOf(told, region);
    NextToken = page.NextToken;
  } while (NextToken);
}

export const cluster = {
  title: 'DAX cluster',
  scope: 'regional',
  permissions: ['dax:DescribeClusters'],
  pattern: ({ id, partition }, region) => `arn:${partition}:dax:${region}:${id}:cache/*`,
  list,
  facts: { encryption: fromListing((cluster: DaxCluster) => cluster.encryption) },
} as const satisfies ResourceKind<DaxCluster>;
