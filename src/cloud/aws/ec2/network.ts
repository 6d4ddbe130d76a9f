import type { RouteTable, Subnet, Vpc } from '@aws-sdk/client-ec2';
import { everyOf, itemsOf } from '../collect.ts';
import type { AwsReader } from '../reader.ts';

/** Every VPC of the region, as EC2 tells it: asked once per scan. */
export const vpcsOf = (reader: AwsReader, region: string): Promise<readonly Vpc[]> =>
  reader.remember(`ec2:DescribeVpcs:${region}`, async () => {
    const ec2 = await reader.service('ec2', region);
    return everyOf(
      itemsOf(ec2.paginateDescribeVpcs({ MaxResults: 1000 }), (page) => page.Vpcs, 'DescribeVpcs'),
    );
  });

/** Every subnet of the region, as EC2 tells it: asked once per scan. */
export const subnetsOf = (reader: AwsReader, region: string): Promise<readonly Subnet[]> =>
  reader.remember(`ec2:DescribeSubnets:${region}`, async () => {
    const ec2 = await reader.service('ec2', region);
    const pages = ec2.paginateDescribeSubnets({ MaxResults: 1000 });
    return everyOf(itemsOf(pages, (page) => page.Subnets, 'DescribeSubnets'));
  });

/** Every route table of the region, as EC2 tells it: asked once per scan. */
export const routeTablesOf = (reader: AwsReader, region: string): Promise<readonly RouteTable[]> =>
  reader.remember(`ec2:DescribeRouteTables:${region}`, async () => {
    const ec2 = await reader.service('ec2', region);
    const pages = ec2.paginateDescribeRouteTables({ MaxResults: 100 });
    return everyOf(itemsOf(pages, (page) => page.RouteTables, 'DescribeRouteTables'));
  });
