import { listOf } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { networkInterfacePermissions, networkInterfaces } from '../vpc/network-interfaces.ts';

export const heldPermissions = ['ec2:DescribeAddresses', ...networkInterfacePermissions] as const;

/**
 * Public IPv4 addresses that the account holds in the regions of the scan: its elastic ones, and those that network
 * interfaces have for as long as they live. A region that cannot be read leaves all of it unknown.
 */
export const heldAddresses = (reader: AwsReader): Promise<ReadonlySet<string>> =>
  reader.remember('route53:heldAddresses', async () => {
    const held = await Promise.all(reader.regions.map((region) => heldIn(reader, region)));
    return new Set(held.flat());
  });

async function heldIn(reader: AwsReader, region: string): Promise<readonly string[]> {
  const ec2 = await reader.service('ec2', region);
  const [{ Addresses }, interfaces] = await Promise.all([
    ec2.describeAddresses({}), // EC2 gives all of them at once
    networkInterfaces(reader, region),
  ]);
  return [
    ...listOf(Addresses, 'DescribeAddresses').flatMap(({ PublicIp, CarrierIp }) =>
      [PublicIp, CarrierIp].filter((address) => address !== undefined),
    ),
    ...interfaces.flatMap(({ publicAddresses }) => publicAddresses),
  ];
}
