import type { Tags } from '../../../domain/check.ts';
import { fromFacts, knownValue } from '../collect.ts';
import { dbClusterPermissions, dbClustersOf, dbInstancePermissions, dbInstancesOf } from '../rds/listings.ts';
import type { AwsReader } from '../reader.ts';
import { tagsFrom } from '../tagging/region-tags.ts';
import { type Instance, instancesOf } from './instances.ts';
import type { Door } from './internet-doors.ts';
import { subnetsOf, vpcsOf } from './network.ts';

/** A tag that is in a VPC, and the first thing there that carries it. */
export interface TagInVpc {
  readonly key: string;
  readonly value: string;
  readonly on: string;
}

/** Each tag once, by VPC: of the VPC, its subnets, its instances and its databases. Asked once per scan. */
const tagsByVpc = (reader: AwsReader, region: string): Promise<ReadonlyMap<string, readonly TagInVpc[]>> =>
  reader.remember(`ec2:tags-by-vpc:${region}`, async () => {
    const found = new Map<string, Map<string, TagInVpc>>();
    const add = (vpc: string | null | undefined, on: string, tags: Tags) => {
      if (!vpc) return;
      const known = found.get(vpc) ?? new Map<string, TagInVpc>();
      found.set(vpc, known);
      for (const [key, value] of Object.entries(tags)) {
        const pair = JSON.stringify([key, value]);
        if (!known.has(pair)) known.set(pair, { key, value, on });
      }
    };
    for (const { VpcId, Tags } of await vpcsOf(reader, region)) add(VpcId, VpcId ?? '', tagsFrom(Tags));
    for (const { VpcId, SubnetId, Tags } of await subnetsOf(reader, region))
      add(VpcId, SubnetId ?? '', tagsFrom(Tags));
    for (const { vpc, instanceId, tags } of await instancesOf(reader, region)) add(vpc, instanceId, tags);
    const clusters = new Map(
      (await dbClustersOf(reader, region)).map((one) => [one.DBClusterIdentifier, tagsFrom(one.TagList)]),
    );
    for (const one of await dbInstancesOf(reader, region)) {
      const of = { ...clusters.get(one.DBClusterIdentifier), ...tagsFrom(one.TagList) };
      add(one.DBSubnetGroup?.VpcId, one.DBInstanceIdentifier ?? '', of);
    }
    return new Map([...found].map(([vpc, tags]) => [vpc, [...tags.values()]]));
  });

/** The tags in the instance's VPC, where the internet reaches the instance; otherwise nobody asks for them. */
export const vpcTags = fromFacts(
  ['internetDoors'],
  async (needs, { region, vpc }: Instance, reader): Promise<readonly TagInVpc[]> => {
    if (vpc === null || knownValue<readonly Door[]>(needs['internetDoors']).length === 0) return [];
    return (await tagsByVpc(reader, region)).get(vpc) ?? [];
  },
  ['ec2:DescribeVpcs', 'ec2:DescribeSubnets', ...dbClusterPermissions, ...dbInstancePermissions],
);
