import type { Subject } from '../../../domain/catalog.ts';
import { everyOf, itemsOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';

export const clusterPermissions = ['elasticmapreduce:ListClusters'] as const;

/** The clusters of the region that run, by ARN: asked once per scan. AWS remembers ended ones for months. */
export const runningClusters = (reader: AwsReader, region: string): Promise<readonly Subject[]> =>
  reader.remember(`emr:ListClusters:${region}`, async () => {
    const emr = await reader.service('emr', region);
    const pages = emr.paginateListClusters({
      ClusterStates: ['STARTING', 'BOOTSTRAPPING', 'RUNNING', 'WAITING'],
    });
    const told = await everyOf(itemsOf(pages, (page) => page.Clusters, 'ListClusters'));
    return told.map(({ ClusterArn, Id, Name }) => ({
      id: present(ClusterArn, 'the ARN'),
      name: Name ?? present(Id, 'the id'),
      region,
    }));
  });

export const clusterId = ({ id }: Subject): string => id.split('/').at(-1) ?? '';
