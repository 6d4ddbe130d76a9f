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
    const held = new Set<string>();
    const keep = (address: string | undefined) => address !== undefined && held.add(address);
    for (const region of reader.regions) {
      const ec2 = await reader.service('ec2', region);
      // EC2 gives all of them at once.
      const { Addresses } = await ec2.describeAddresses({});
      for (const { PublicIp, CarrierIp } of listOf(Addresses, 'DescribeAddresses')) {
        keep(PublicIp);
        keep(CarrierIp);
      }
      for (const { publicAddresses } of await networkInterfaces(reader, region))
        for (const address of publicAddresses) keep(address);
    }
    return held;
  });
