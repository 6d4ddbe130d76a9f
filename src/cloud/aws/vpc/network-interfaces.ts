import type { NetworkInterface } from '@aws-sdk/client-ec2';
import { everyOf, itemsOf } from '../collect.ts';
import type { AwsReader } from '../reader.ts';

export const networkInterfacePermissions = ['ec2:DescribeNetworkInterfaces'] as const;

/** Every network interface of the region, those of load balancers, databases and functions too: asked once per scan. */
export const networkInterfaces = (reader: AwsReader, region: string): Promise<readonly NetworkInterface[]> =>
  reader.remember(`ec2:DescribeNetworkInterfaces:${region}`, async () => {
    const ec2 = await reader.service('ec2', region);
    const pages = ec2.paginateDescribeNetworkInterfaces({ MaxResults: 1000 });
    return everyOf(itemsOf(pages, (page) => page.NetworkInterfaces, 'DescribeNetworkInterfaces'));
  });
