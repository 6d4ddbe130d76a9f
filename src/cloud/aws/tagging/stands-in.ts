import { instanceArn, instancePermissions, instancesOf } from '../ec2/instances.ts';
import { subnetsOf } from '../ec2/network.ts';
import { dbInstancePermissions, dbInstancesOf } from '../rds/listings.ts';
import type { AwsReader } from '../reader.ts';

export const standsInPermissions = [
  ...instancePermissions,
  'ec2:DescribeSubnets',
  ...dbInstancePermissions,
] as const;

/**
 * ARNs of what each resource stands in, from listings that others ask too: a disk in its instance, an instance and a card
 * in their subnet and VPC, a subnet in its VPC, a database in its VPC.
 */
export const placesOf = (
  reader: AwsReader,
  region: string,
): Promise<ReadonlyMap<string, readonly string[]>> =>
  reader.remember(`tagging:places:${region}`, async () => {
    const { id, partition } = reader.identity;
    const ec2 = (sort: string, of: string) => `arn:${partition}:ec2:${region}:${id}:${sort}/${of}`;
    const around = (subnet: string | null | undefined, vpc: string | null | undefined) => [
      ...(subnet ? [ec2('subnet', subnet)] : []),
      ...(vpc ? [ec2('vpc', vpc)] : []),
    ];
    const places = new Map<string, readonly string[]>();
    for (const { SubnetId, VpcId } of await subnetsOf(reader, region))
      if (SubnetId) places.set(ec2('subnet', SubnetId), around(null, VpcId));
    for (const { instanceId, subnet, vpc, volumes, interfaces } of await instancesOf(reader, region)) {
      const instance = instanceArn(reader.identity, region, instanceId);
      places.set(instance, around(subnet, vpc));
      for (const volume of volumes) places.set(ec2('volume', volume), [instance, ...around(subnet, vpc)]);
      for (const card of interfaces)
        places.set(ec2('network-interface', card.id), [instance, ...around(card.subnet, card.vpc)]);
    }
    for (const { DBInstanceArn, DBSubnetGroup } of await dbInstancesOf(reader, region))
      if (DBInstanceArn) places.set(DBInstanceArn, around(null, DBSubnetGroup?.VpcId));
    return places;
  });
