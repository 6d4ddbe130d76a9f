import type { NetworkInterface } from '@aws-sdk/client-ec2';
import { itemsOf } from '../collect.ts';
import type { AwsReader } from '../reader.ts';

export const networkInterfacePermissions = ['ec2:DescribeNetworkInterfaces'] as const;

/** What is asked of a network interface: a region may have very many, and they are kept during the scan. */
export interface InterfaceInUse {
  readonly vpc: string | null;
  /** Ids of its security groups. */
  readonly groups: readonly string[];
  /** Its public IPv4 addresses. */
  readonly publicAddresses: readonly string[];
}

const shortOf = ({ VpcId, Groups, Association, PrivateIpAddresses }: NetworkInterface): InterfaceInUse => ({
  vpc: VpcId ?? null,
  groups: (Groups ?? []).flatMap(({ GroupId }) => GroupId ?? []),
  publicAddresses: [{ Association }, ...(PrivateIpAddresses ?? [])].flatMap(
    (one) => one.Association?.PublicIp ?? [],
  ),
});

/** Every network interface of the region, those of load balancers, databases and functions too: asked once per scan. */
export const networkInterfaces = (reader: AwsReader, region: string): Promise<readonly InterfaceInUse[]> =>
  reader.remember(`ec2:DescribeNetworkInterfaces:${region}`, async () => {
    const ec2 = await reader.service('ec2', region);
    const pages = ec2.paginateDescribeNetworkInterfaces({ MaxResults: 1000 });
    const all: InterfaceInUse[] = [];
    for await (const told of itemsOf(pages, (page) => page.NetworkInterfaces, 'DescribeNetworkInterfaces'))
      all.push(shortOf(told));
    return all;
  });
