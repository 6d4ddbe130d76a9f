import type { ResourceKind, Subject } from '../../../domain/catalog.ts';
import { everyOf, fromAccount, itemsOf, present } from '../collect.ts';
import { vpcsOf } from '../ec2/network.ts';
import type { AwsReader } from '../reader.ts';
import { flowLogFailures, flowLogs } from './flow-logs.ts';
import { idOf, type Piece, pieceOf, sharedBy } from './named.ts';
import { networkInterfacePermissions, networkInterfaces } from './network-interfaces.ts';

async function* list(reader: AwsReader, region: string): AsyncIterable<Piece> {
  for (const told of await vpcsOf(reader, region))
    yield pieceOf(reader, region, 'vpc', present(told.VpcId, 'VpcId'), told);
}

/** The services that a VPC reaches by an endpoint of its own that is there to be used, by VPC. */
const endpoints = (reader: AwsReader, region: string): Promise<ReadonlyMap<string, readonly string[]>> =>
  reader.remember(`ec2:DescribeVpcEndpoints:${region}`, async () => {
    const ec2 = await reader.service('ec2', region);
    const pages = ec2.paginateDescribeVpcEndpoints({ MaxResults: 1000 });
    const byVpc = new Map<string, string[]>();
    for (const told of await everyOf(itemsOf(pages, (page) => page.VpcEndpoints, 'DescribeVpcEndpoints'))) {
      if (present(told.State, 'the state of the endpoint').toLowerCase() !== 'available') continue;
      const vpc = present(told.VpcId, 'VpcId');
      // One to a resource or a service network names no service.
      if (told.ServiceName) byVpc.set(vpc, [...(byVpc.get(vpc) ?? []), told.ServiceName]);
    }
    return byVpc;
  });

const endpointServices = fromAccount(
  ['ec2:DescribeVpcEndpoints'],
  async (reader, vpc: Subject): Promise<readonly string[]> =>
    (await endpoints(reader, vpc.region)).get(idOf(vpc)) ?? [],
);

/** How many network interfaces are in the VPC: none, and nothing runs there. */
const interfaces = fromAccount(networkInterfacePermissions, async (reader, vpc: Subject) => {
  const own = idOf(vpc);
  return (await networkInterfaces(reader, vpc.region)).filter((one) => one.vpc === own).length;
});

export const vpc = {
  title: 'VPC',
  scope: 'regional',
  permissions: ['ec2:DescribeVpcs'],
  pattern: ({ id, partition }, region) => `arn:${partition}:ec2:${region}:${id}:vpc/*`,
  list,
  facts: {
    sharedBy,
    flowLogs,
    flowLogFailures,
    endpointServices,
    interfaces,
  },
} as const satisfies ResourceKind<Piece>;
