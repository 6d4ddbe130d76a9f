import type { ResourceKind } from '../../../domain/catalog.ts';
import { fromListing, present, settable } from '../collect.ts';
import { subnetsOf } from '../ec2/network.ts';
import type { AwsReader } from '../reader.ts';
import { idOf, type Piece, pieceOf, sharedBy } from './named.ts';

interface Subnet extends Piece {
  readonly mapPublicIpOnLaunch: boolean;
}

async function* list(reader: AwsReader, region: string): AsyncIterable<Subnet> {
  for (const told of await subnetsOf(reader, region))
    yield {
      ...pieceOf(reader, region, 'subnet', present(told.SubnetId, 'SubnetId'), told),
      mapPublicIpOnLaunch: present(told.MapPublicIpOnLaunch, 'MapPublicIpOnLaunch'),
    };
}

/** Whether a network interface that is made in the subnet gets a public IPv4 address unasked. */
const mapPublicIpOnLaunch = settable(
  fromListing((subnet: Subnet): boolean => subnet.mapPublicIpOnLaunch),
  {
    permissions: ['ec2:ModifySubnetAttribute'],
    calls: () => ['ModifySubnetAttribute'],
    async put(client, subnet, Value) {
      const ec2 = await client.service('ec2', subnet.region);
      await ec2.modifySubnetAttribute({ SubnetId: idOf(subnet), MapPublicIpOnLaunch: { Value } });
    },
  },
);

export const subnet = {
  title: 'Subnet',
  scope: 'regional',
  permissions: ['ec2:DescribeSubnets'],
  pattern: ({ id, partition }, region) => `arn:${partition}:ec2:${region}:${id}:subnet/*`,
  list,
  facts: { sharedBy, mapPublicIpOnLaunch },
} as const satisfies ResourceKind<Subnet>;
