import { internetAmong, type OpenPorts, openPorts } from '../../../access/index.ts';
import { CloudError } from '../../../domain/errors.ts';
import { fromAccount, listOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { prefixListPermissions, prefixListRanges } from '../vpc/prefix-list.ts';
import type { Instance, Interface } from './instances.ts';
import { routeTablesOf, subnetsOf } from './network.ts';
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

interface Families {
  readonly four: boolean;
  readonly six: boolean;
}

/** Address families that the subnet's route table sends out by a gateway whose id begins so. */
async function routedFamilies(
  reader: AwsReader,
  region: string,
  { subnet, vpc }: Interface,
  gateway: 'igw-' | 'vpce-',
): Promise<Families> {
  const tables = await routeTablesOf(reader, region);
  const own = tables.find(({ Associations }) => Associations?.some(({ SubnetId }) => SubnetId === subnet));
  const main = tables.find(({ VpcId, Associations }) => VpcId === vpc && Associations?.some((a) => a.Main));
  const four: string[] = [];
  const six: string[] = [];
  for (const route of listOf(present(own ?? main, 'the route table').Routes, 'DescribeRouteTables')) {
    if (!route.GatewayId?.startsWith(gateway) || route.State === 'blackhole') continue;
    if (route.DestinationCidrBlock) four.push(route.DestinationCidrBlock);
    if (route.DestinationIpv6CidrBlock) six.push(route.DestinationIpv6CidrBlock);
    if (route.DestinationPrefixListId)
      for (const range of await prefixListRanges(reader, region, route.DestinationPrefixListId))
        (range.includes(':') ? six : four).push(range);
  }
  return { four: internetAmong(four).length > 0, six: internetAmong(six).length > 0 };
}

/** The addresses of the families, each with what the groups let in to it. */
function doorsOf(card: Interface, open: readonly OpenGroup[], { four, six }: Families): readonly Door[] {
  const by = (addresses: readonly string[], isSix: boolean) =>
    addresses.flatMap((address) =>
      open
        .filter(({ ranges }) => ranges.some((range) => range.includes(':') === isSix))
        .map((door) => ({ address, ...door })),
    );
  return [...(four ? by(card.publicAddresses, false) : []), ...(six ? by(card.ipv6Addresses, true) : [])];
}

/** Whether VPC Block Public Access is on in the subnet: a single network may be left out of it, which is not read. */
async function isBlocked(reader: AwsReader, region: string, { subnet }: Interface): Promise<boolean> {
  const told = (await subnetsOf(reader, region)).find(({ SubnetId }) => SubnetId === subnet);
  return (told?.BlockPublicAccessStates?.InternetGatewayBlockMode ?? 'off') !== 'off';
}

/**
 * How the internet reaches the instance: a public address, in a subnet whose routes lead to an internet gateway, behind a
 * security group that lets the internet in. What load balancers hand on, and what network ACLs refuse, is not in it. Where
 * the only way leads through the endpoint of a firewall, or by a gateway that VPC Block Public Access stands before, these
 * decide, and nobody knows here.
 */
export const internetDoors = fromAccount(
  [...securityGroupPermissions, ...prefixListPermissions, 'ec2:DescribeRouteTables', 'ec2:DescribeSubnets'],
  async (reader, { region, interfaces }: Instance): Promise<readonly Door[]> => {
    const doors: Door[] = [];
    const guarded: string[] = [];
    for (const card of interfaces) {
      if (card.publicAddresses.length + card.ipv6Addresses.length === 0) continue;
      const open = await openGroups(reader, region, card.groups);
      const direct = doorsOf(card, open, await routedFamilies(reader, region, card, 'igw-'));
      const filtered = doorsOf(card, open, await routedFamilies(reader, region, card, 'vpce-'));
      if (direct.length > 0 && (await isBlocked(reader, region, card)))
        guarded.push(
          ...direct.map(({ address }) => `what VPC Block Public Access lets in to ${address} is not read`),
        );
      else doors.push(...direct);
      guarded.push(
        ...filtered.map(({ address }) => `what a firewall's endpoint lets in to ${address} is not read`),
      );
    }
    const [first] = guarded;
    if (doors.length === 0 && first) throw new CloudError('unsupported', first);
    return doors;
  },
);
