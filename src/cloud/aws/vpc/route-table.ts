import type { Route, RouteTable as Told } from '@aws-sdk/client-ec2';
import { internetAmong } from '../../../access/index.ts';
import type { ResourceKind } from '../../../domain/catalog.ts';
import { fromAccount, fromListing, listOf, present } from '../collect.ts';
import { routeTablesOf } from '../ec2/network.ts';
import type { AwsReader } from '../reader.ts';
import { idOf, type Piece, pieceOf, sharedBy } from './named.ts';
import { prefixListPermissions, prefixListRanges } from './prefix-list.ts';

interface RouteTable extends Piece {
  readonly told: Told;
}

async function* list(reader: AwsReader, region: string): AsyncIterable<RouteTable> {
  for (const told of await routeTablesOf(reader, region)) {
    const id = present(told.RouteTableId, 'RouteTableId');
    yield { ...pieceOf(reader, region, 'route-table', id, told), told };
  }
}

async function destinationsOf(reader: AwsReader, region: string, route: Route): Promise<readonly string[]> {
  const { DestinationCidrBlock: v4, DestinationIpv6CidrBlock: v6, DestinationPrefixListId: list } = route;
  if (list) return prefixListRanges(reader, region, list);
  return [present(v4 ?? v6, 'the destination of the route')];
}

/** Routes by which the whole internet is reached at an internet gateway: "0.0.0.0/0 to igw-1". */
const toInternet = fromAccount(
  prefixListPermissions,
  async (reader, { told, region }: RouteTable): Promise<readonly string[]> => {
    const found: string[] = [];
    for (const route of listOf(told.Routes, 'DescribeRouteTables')) {
      if (!route.GatewayId?.startsWith('igw-') || route.State === 'blackhole') continue;
      const open = internetAmong(await destinationsOf(reader, region, route));
      if (open.length > 0) found.push(`${open.join(', ')} to ${route.GatewayId}`);
    }
    return found;
  },
);

/** Whose way it is: the VPC's main table serves every subnet that has none of its own. */
const serves = fromListing(({ told }: RouteTable) => {
  const of = listOf(told.Associations, 'DescribeRouteTables');
  return {
    main: of.some(({ Main }) => Main === true),
    subnets: of.flatMap(({ SubnetId }) => SubnetId ?? []),
  };
});

export const routeTable = {
  title: 'Route table',
  scope: 'regional',
  permissions: ['ec2:DescribeRouteTables'],
  pattern: ({ id, partition }, region) => `arn:${partition}:ec2:${region}:${id}:route-table/*`,
  list,
  facts: { sharedBy, id: fromListing((table: RouteTable) => idOf(table)), toInternet, serves },
} as const satisfies ResourceKind<RouteTable>;
