import { internetAmong, type OpenPorts, openPorts } from '../../../access/index.ts';
import { fromAccount, listOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { prefixListPermissions, prefixListRanges } from '../vpc/prefix-list.ts';
import type { Instance, Interface } from './instances.ts';
import { routeTablesOf } from './network.ts';
import { securityGroupPermissions, securityGroups } from './security-groups.ts';

/** What a security group lets in from the internet. */
export interface OpenGroup extends OpenPorts {
  readonly group: string;
}

/** A way in: somebody outside can send to the address, and the group lets it through. */
export interface Door extends OpenGroup {
  readonly address: string;
}

async function openGroups(
  reader: AwsReader,
  region: string,
  ids: readonly string[],
): Promise<readonly OpenGroup[]> {
  const groups = await securityGroups(reader, region);
  return [...new Set(ids)].flatMap((group) =>
    openPorts(present(groups.get(group), `the security group ${group}`).ingress).map((open) => ({
      group,
      ...open,
    })),
  );
}

/** Ports that the instance's security groups open to the internet, whether or not it has an address there. */
export const internetPorts = fromAccount(
  securityGroupPermissions,
  (reader, { region, interfaces }: Instance): Promise<readonly OpenGroup[]> =>
    openGroups(
      reader,
      region,
      interfaces.flatMap(({ groups }) => groups),
    ),
);

/** Address families that the subnet's route table sends to an internet gateway. */
async function routedFamilies(
  reader: AwsReader,
  region: string,
  { subnet, vpc }: Interface,
): Promise<{ readonly four: boolean; readonly six: boolean }> {
  const tables = await routeTablesOf(reader, region);
  const own = tables.find(({ Associations }) => Associations?.some(({ SubnetId }) => SubnetId === subnet));
  const main = tables.find(({ VpcId, Associations }) => VpcId === vpc && Associations?.some((a) => a.Main));
  const four: string[] = [];
  const six: string[] = [];
  for (const route of listOf(present(own ?? main, 'the route table').Routes, 'DescribeRouteTables')) {
    if (!route.GatewayId?.startsWith('igw-') || route.State === 'blackhole') continue;
    if (route.DestinationCidrBlock) four.push(route.DestinationCidrBlock);
    if (route.DestinationIpv6CidrBlock) six.push(route.DestinationIpv6CidrBlock);
    if (route.DestinationPrefixListId)
      for (const range of await prefixListRanges(reader, region, route.DestinationPrefixListId))
        (range.includes(':') ? six : four).push(range);
  }
  return { four: internetAmong(four).length > 0, six: internetAmong(six).length > 0 };
}

/**
 * How the internet reaches the instance: a public address, in a subnet whose routes lead to an internet gateway, behind a
 * security group that lets the internet in. What load balancers hand on, and what network ACLs refuse, is not in it.
 */
export const internetDoors = fromAccount(
  [...securityGroupPermissions, ...prefixListPermissions, 'ec2:DescribeRouteTables'],
  async (reader, { region, interfaces }: Instance): Promise<readonly Door[]> => {
    const doors: Door[] = [];
    for (const card of interfaces) {
      if (card.publicAddresses.length + card.ipv6Addresses.length === 0) continue;
      const { four, six } = await routedFamilies(reader, region, card);
      const open = await openGroups(reader, region, card.groups);
      const by = (addresses: readonly string[], isSix: boolean) =>
        addresses.flatMap((address) =>
          open
            .filter(({ ranges }) => ranges.some((range) => range.includes(':') === isSix))
            .map((door) => ({ address, ...door })),
        );
      if (four) doors.push(...by(card.publicAddresses, false));
      if (six) doors.push(...by(card.ipv6Addresses, true));
    }
    return doors;
  },
);
