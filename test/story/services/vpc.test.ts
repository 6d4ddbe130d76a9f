import { answer } from '../../kit/aws/proxy.ts';
import { tellService } from './kit.ts';

const vpn = (id: string, state: string, ...tunnels: readonly string[]) =>
  `<item><vpnConnectionId>${id}</vpnConnectionId><state>${state}</state><type>ipsec.1</type><vgwTelemetry>${tunnels
    .map(
      (status, at) =>
        `<item><outsideIpAddress>198.51.100.${at + 1}</outsideIpAddress><lastStatusChange>2026-11-01T00:00:00.000Z</lastStatusChange><status>${status}</status><statusMessage/><acceptedRouteCount>0</acceptedRouteCount></item>`,
    )
    .join('')}</vgwTelemetry></item>`;

tellService({
  title: 'every check of VPCs, on moto',
  checks: [
    'aws/vpc/flow-logs',
    'aws/vpc/igw-authorized',
    'aws/vpc/route-table-open-igw',
    'aws/vpc/subnet-auto-public-ip',
    'aws/vpc/vpn-tunnels-up',
    'aws/vpc/endpoint-for-ec2',
  ],
  async seed(sdk) {
    const ec2 = await sdk('ec2');
    const logs = await sdk('logs');
    await logs.createLogGroup({ logGroupName: 'flow' });
    // The default VPC of moto goes, so that all of the story stands here.
    const { Vpcs } = await ec2.describeVpcs({});
    const { Subnets } = await ec2.describeSubnets({});
    for (const { SubnetId } of Subnets ?? []) await ec2.deleteSubnet({ SubnetId });
    for (const { VpcId } of Vpcs ?? []) await ec2.deleteVpc({ VpcId });
    const name = (id: string | undefined, Value: string) =>
      ec2.createTags({ Resources: [id ?? ''], Tags: [{ Key: 'Name', Value }] });
    const make = async (called: string, CidrBlock: string) => {
      const { Vpc } = await ec2.createVpc({ CidrBlock });
      await name(Vpc?.VpcId, called);
      const { RouteTables } = await ec2.describeRouteTables({
        Filters: [{ Name: 'vpc-id', Values: [Vpc?.VpcId ?? ''] }],
      });
      await name(RouteTables?.[0]?.RouteTableId, `main of ${called}`);
      return Vpc?.VpcId ?? '';
    };
    const clinic = await make('clinic', '10.1.0.0/16');
    const lab = await make('lab', '10.2.0.0/16');
    await make('empty', '10.3.0.0/16');
    const refused = await make('refused', '10.4.0.0/16');

    const log = (VpcId: string, LogGroupName: string, TrafficType: 'ALL' | 'REJECT') =>
      ec2.createFlowLogs({
        ResourceType: 'VPC',
        ResourceIds: [VpcId],
        TrafficType,
        LogGroupName,
        DeliverLogsPermissionArn: 'arn:aws:iam::123456789012:role/flow',
      });
    await log(clinic, 'flow', 'ALL');
    await log(lab, 'flow', 'REJECT');
    await log(refused, 'missing', 'ALL');

    const subnet = async (VpcId: string, CidrBlock: string, called: string) => {
      const { Subnet } = await ec2.createSubnet({ VpcId, CidrBlock });
      await name(Subnet?.SubnetId, called);
      // AWS makes a subnet without it; moto does not.
      await ec2.modifySubnetAttribute({
        SubnetId: Subnet?.SubnetId,
        MapPublicIpOnLaunch: { Value: called === 'outer' },
      });
      return Subnet?.SubnetId ?? '';
    };
    const inner = await subnet(clinic, '10.1.1.0/24', 'inner');
    const outer = await subnet(clinic, '10.1.2.0/24', 'outer');
    const bench = await subnet(lab, '10.2.1.0/24', 'bench');
    await ec2.createNetworkInterface({ SubnetId: inner });
    await ec2.createNetworkInterface({ SubnetId: bench });
    await ec2.createVpcEndpoint({
      VpcId: clinic,
      VpcEndpointType: 'Interface',
      ServiceName: 'com.amazonaws.us-east-1.ec2',
      SubnetIds: [inner],
    });

    const { InternetGateway } = await ec2.createInternetGateway({});
    const InternetGatewayId = InternetGateway?.InternetGatewayId ?? '';
    await name(InternetGatewayId, 'front door');
    await ec2.attachInternetGateway({ InternetGatewayId, VpcId: clinic });
    const { InternetGateway: idle } = await ec2.createInternetGateway({});
    await name(idle?.InternetGatewayId, 'in store');

    const { PrefixList } = await ec2.createManagedPrefixList({
      PrefixListName: 'everywhere',
      MaxEntries: 5,
      AddressFamily: 'IPv4',
      Entries: [{ Cidr: '0.0.0.0/1' }, { Cidr: '128.0.0.0/1' }],
    });
    const table = async (called: string, ...routes: readonly object[]) => {
      const { RouteTable } = await ec2.createRouteTable({ VpcId: clinic });
      const RouteTableId = RouteTable?.RouteTableId ?? '';
      await name(RouteTableId, called);
      for (const route of routes)
        await ec2.createRoute({ RouteTableId, GatewayId: InternetGatewayId, ...route });
      return RouteTableId;
    };
    const open = await table('open', { DestinationCidrBlock: '0.0.0.0/0' });
    await ec2.associateRouteTable({ RouteTableId: open, SubnetId: outer });
    await table('listed', { DestinationPrefixListId: PrefixList?.PrefixListId });
    await table('to a partner', { DestinationCidrBlock: '198.51.100.0/24' });
  },
  // moto tells of no tunnels.
  recorded: (proxy) =>
    proxy.rule({
      operation: 'DescribeVpnConnections',
      fault: answer(
        200,
        { 'content-type': 'text/xml;charset=UTF-8' },
        `<?xml version="1.0" encoding="UTF-8"?>
<DescribeVpnConnectionsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>r</requestId><vpnConnectionSet>${[
          vpn('vpn-both', 'available', 'UP', 'UP'),
          vpn('vpn-one', 'available', 'UP', 'DOWN'),
          vpn('vpn-none', 'available', 'DOWN', 'DOWN'),
          vpn('vpn-new', 'pending'),
          vpn('vpn-gone', 'deleted', 'DOWN', 'DOWN'),
        ].join('')}</vpnConnectionSet></DescribeVpnConnectionsResponse>`,
      ),
    }),
  expects: {
    'aws/vpc/flow-logs': { pass: ['clinic', 'lab'], fail: ['empty', 'refused'] },
    'aws/vpc/endpoint-for-ec2': { pass: ['clinic'], fail: ['lab'], notApplicable: ['empty', 'refused'] },
    'aws/vpc/subnet-auto-public-ip': { pass: ['inner', 'bench'], fail: ['outer'] },
    'aws/vpc/igw-authorized': { fail: ['front door'], notApplicable: ['in store'] },
    'aws/vpc/route-table-open-igw': {
      fail: ['open', 'listed'],
      pass: ['to a partner', 'main of clinic', 'main of lab', 'main of empty', 'main of refused'],
    },
    'aws/vpc/vpn-tunnels-up': {
      pass: ['vpn-both'],
      fail: ['vpn-one', 'vpn-none'],
      notApplicable: ['vpn-new'],
    },
  },
});
