import type { ResourceKind } from '../../../domain/catalog.ts';
import { fromListing, listOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { type Piece, pieceOf } from './named.ts';

interface VpnConnection extends Piece {
  readonly state: string;
  readonly tunnels: readonly { readonly address: string; readonly up: boolean }[];
}

async function* list(reader: AwsReader, region: string): AsyncIterable<VpnConnection> {
  // EC2 gives all of them at once.
  const { VpnConnections } = await (await reader.service('ec2', region)).describeVpnConnections({});
  for (const told of listOf(VpnConnections, 'DescribeVpnConnections')) {
    const id = present(told.VpnConnectionId, 'VpnConnectionId');
    const state = present(told.State, 'the state of the connection').toLowerCase();
    // EC2 still tells of one that was deleted, for about an hour.
    if (state === 'deleted') continue;
    yield {
      ...pieceOf(reader, region, 'vpn-connection', id, { Tags: told.Tags }),
      state,
      tunnels: listOf(told.VgwTelemetry, 'DescribeVpnConnections').map(({ OutsideIpAddress, Status }) => ({
        address: OutsideIpAddress ?? 'a tunnel',
        up: present(Status, 'the status of the tunnel') === 'UP',
      })),
    };
  }
}

export const vpnConnection = {
  title: 'Site-to-site VPN connection',
  scope: 'regional',
  permissions: ['ec2:DescribeVpnConnections'],
  pattern: ({ id, partition }, region) => `arn:${partition}:ec2:${region}:${id}:vpn-connection/*`,
  list,
  facts: {
    state: fromListing((vpn: VpnConnection) => vpn.state),
    tunnels: fromListing((vpn: VpnConnection) => vpn.tunnels),
  },
} as const satisfies ResourceKind<VpnConnection>;
