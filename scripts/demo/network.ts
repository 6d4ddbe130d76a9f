import type { EC2 } from '@aws-sdk/client-ec2';
import type { Sdk } from '../../test/kit/aws/sdk.ts';
import { accountId, home, regions } from './clinic.ts';

export const named = (Name: string, more: Readonly<Record<string, string>> = {}) =>
  Object.entries({ Name, ...more }).map(([Key, Value]) => ({ Key, Value }));
export const tagged = <T extends string>(
  ResourceType: T,
  Name: string,
  more?: Readonly<Record<string, string>>,
) => [{ ResourceType, Tags: named(Name, more) }];

const everywhere = '0.0.0.0/0';
const inside = '10.20.0.0/15';

/** Who may come in, by security group: ports, and from where. */
const groups = {
  // The open ports are what the demo is about: images and messages of patients, for anyone who knocks.
  'lakeside-imaging': { vpc: 'edge', doors: [[11112, everywhere]] },
  'lakeside-hl7': { vpc: 'edge', doors: [[2575, everywhere]] },
  'lakeside-portal': { vpc: 'edge', doors: [[80, everywhere]] },
  'lakeside-web': { vpc: 'clinical', doors: [[443, inside]] },
  'lakeside-database': { vpc: 'clinical', doors: [[5432, inside]] },
} as const satisfies Record<
  string,
  { readonly vpc: 'edge' | 'clinical'; readonly doors: readonly (readonly [number, string])[] }
>;
export type GroupName = keyof typeof groups;

export interface Network {
  readonly groups: Readonly<Record<GroupName, string>>;
  /** Open to the world by an internet gateway. */
  readonly edge: { readonly vpc: string; readonly subnets: readonly string[] };
  readonly clinical: { readonly vpc: string; readonly subnets: readonly string[] };
}

/** One network at the edge, grown over years; one behind it, kept as it should be. */
export async function makeNetwork(sdk: Sdk): Promise<Network> {
  for (const region of regions) await clear(await sdk('ec2', region));
  const ec2 = await sdk('ec2');
  const edge = await makeVpc(ec2, 'lakeside-edge', '10.20.0.0/16');
  const clinical = await makeVpc(ec2, 'lakeside-clinical', '10.21.0.0/16');
  await openToInternet(ec2, edge.vpc);
  await closeDefaultGroup(ec2, clinical.vpc);
  await ec2.replaceNetworkAclEntry({
    NetworkAclId: clinical.acl,
    RuleNumber: 100,
    Protocol: '-1',
    RuleAction: 'allow',
    Egress: false,
    CidrBlock: inside,
  });
  const logs = await sdk('logs');
  await logs.createLogGroup({ logGroupName: 'lakeside/flow-logs' });
  await logs.putRetentionPolicy({ logGroupName: 'lakeside/flow-logs', retentionInDays: 2192 });
  await ec2.createFlowLogs({
    ResourceType: 'VPC',
    ResourceIds: [clinical.vpc],
    TrafficType: 'ALL',
    LogDestinationType: 'cloud-watch-logs',
    LogGroupName: 'lakeside/flow-logs',
    DeliverLogsPermissionArn: `arn:aws:iam::${accountId}:role/LakesideFlowLogs`,
  });
  const vpcs = { edge, clinical };
  const made: Record<string, string> = {};
  for (const [GroupName, { vpc, doors }] of Object.entries(groups)) {
    const { GroupId = '' } = await ec2.createSecurityGroup({
      GroupName,
      Description: GroupName,
      VpcId: vpcs[vpc].vpc,
      TagSpecifications: tagged('security-group', GroupName),
    });
    await ec2.authorizeSecurityGroupIngress({
      GroupId,
      IpPermissions: doors.map(([port, CidrIp]) => ({
        IpProtocol: 'tcp',
        FromPort: port,
        ToPort: port,
        IpRanges: [{ CidrIp }],
      })),
    });
    made[GroupName] = GroupId;
  }
  return { ...vpcs, groups: made as Network['groups'] };
}

/** The default networks of both regions are gone, as in many accounts that somebody looked after. */
async function clear(ec2: EC2): Promise<void> {
  for (const { InternetGatewayId, Attachments } of (await ec2.describeInternetGateways({}))
    .InternetGateways ?? []) {
    for (const { VpcId } of Attachments ?? []) await ec2.detachInternetGateway({ InternetGatewayId, VpcId });
    await ec2.deleteInternetGateway({ InternetGatewayId });
  }
  for (const { SubnetId } of (await ec2.describeSubnets({})).Subnets ?? [])
    await ec2.deleteSubnet({ SubnetId });
  for (const { VpcId } of (await ec2.describeVpcs({})).Vpcs ?? []) await ec2.deleteVpc({ VpcId });
}

async function makeVpc(ec2: EC2, name: string, CidrBlock: string) {
  const { Vpc } = await ec2.createVpc({ CidrBlock, TagSpecifications: tagged('vpc', name) });
  const vpc = Vpc?.VpcId ?? '';
  const subnets: string[] = [];
  for (const [n, zone] of ['a', 'b'].entries()) {
    const { Subnet } = await ec2.createSubnet({
      VpcId: vpc,
      CidrBlock: CidrBlock.replace('.0.0/16', `.${n + 1}.0/24`),
      AvailabilityZone: `${home}${zone}`,
      TagSpecifications: tagged('subnet', `${name}-${zone}`),
    });
    subnets.push(Subnet?.SubnetId ?? '');
  }
  const ofVpc = { Filters: [{ Name: 'vpc-id', Values: [vpc] }] };
  const { RouteTables: [table] = [] } = await ec2.describeRouteTables(ofVpc);
  const { NetworkAcls: [acl] = [] } = await ec2.describeNetworkAcls(ofVpc);
  await ec2.createTags({
    Resources: [table?.RouteTableId ?? '', acl?.NetworkAclId ?? ''],
    Tags: named(name),
  });
  return { vpc, subnets, acl: acl?.NetworkAclId ?? '' };
}

async function openToInternet(ec2: EC2, VpcId: string): Promise<void> {
  const { InternetGateway } = await ec2.createInternetGateway({
    TagSpecifications: tagged('internet-gateway', 'lakeside-edge'),
  });
  const GatewayId = InternetGateway?.InternetGatewayId ?? '';
  await ec2.attachInternetGateway({ VpcId, InternetGatewayId: GatewayId });
  const { RouteTables: [table] = [] } = await ec2.describeRouteTables({
    Filters: [{ Name: 'vpc-id', Values: [VpcId] }],
  });
  const RouteTableId = table?.RouteTableId ?? '';
  await ec2.createRoute({ RouteTableId, DestinationCidrBlock: everywhere, GatewayId });
}

async function closeDefaultGroup(ec2: EC2, vpc: string): Promise<void> {
  const { SecurityGroups: [group] = [] } = await ec2.describeSecurityGroups({
    Filters: [
      { Name: 'vpc-id', Values: [vpc] },
      { Name: 'group-name', Values: ['default'] },
    ],
  });
  const GroupId = group?.GroupId ?? '';
  if (group?.IpPermissions?.length)
    await ec2.revokeSecurityGroupIngress({ GroupId, IpPermissions: group.IpPermissions });
  if (group?.IpPermissionsEgress?.length)
    await ec2.revokeSecurityGroupEgress({ GroupId, IpPermissions: group.IpPermissionsEgress });
}
