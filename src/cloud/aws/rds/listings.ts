import type { DBCluster, DBInstance } from '@aws-sdk/client-rds';
import { everyOf, itemsOf } from '../collect.ts';
import type { AwsReader } from '../reader.ts';

export const dbInstancePermissions = ['rds:DescribeDBInstances'] as const;
export const dbClusterPermissions = ['rds:DescribeDBClusters'] as const;

/** Every DB instance of the region, those of DocumentDB and Neptune among them: asked once per scan. */
export const dbInstancesOf = (reader: AwsReader, region: string): Promise<readonly DBInstance[]> =>
  reader.remember(`rds:DescribeDBInstances:${region}`, async () => {
    const rds = await reader.service('rds', region);
    const pages = rds.paginateDescribeDBInstances({ MaxRecords: 100 });
    return everyOf(itemsOf(pages, (page) => page.DBInstances, 'DescribeDBInstances'));
  });

/** Every DB cluster of the region; DocumentDB and Neptune answer here too, told apart by their engine. */
export const dbClustersOf = (reader: AwsReader, region: string): Promise<readonly DBCluster[]> =>
  reader.remember(`rds:DescribeDBClusters:${region}`, async () => {
    const rds = await reader.service('rds', region);
    const pages = rds.paginateDescribeDBClusters({ MaxRecords: 100 });
    return everyOf(itemsOf(pages, (page) => page.DBClusters, 'DescribeDBClusters'));
  });
