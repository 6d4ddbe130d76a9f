import { CreateBucketCommand } from '@aws-sdk/client-s3';
import { testAccountId } from '../../../kit/aws/environment.ts';
import { type Aws, told } from '../account.ts';
import type { Chapter, Row } from '../row.ts';

const ec2 = ({ sdk }: Aws) => sdk('ec2');
const idOf = (arn: string) => arn.split('/').at(-1) ?? '';
const arnOf = (type: string, id = '') => `arn:aws:ec2:us-east-1:${testAccountId}:${type}/${id}`;
/** EC2 says nothing by the order of its lists, and moto puts what comes back at the end. */
const settled = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(settled).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
    : value !== null && typeof value === 'object' && !(value instanceof Date)
      ? Object.fromEntries(Object.entries(value).map(([name, of]) => [name, settled(of)]))
      : value;

const everyone = [{ CidrIp: '0.0.0.0/0', Description: 'for a test' }];
const office = [{ CidrIp: '203.0.113.0/24', Description: 'office' }];
const tcp = (FromPort: number, IpRanges: readonly object[], ToPort = FromPort) => ({
  IpProtocol: 'tcp',
  FromPort,
  ToPort,
  IpRanges: [...IpRanges],
});

const rulesOf = async (aws: Aws, arn: string) =>
  settled(await told((await ec2(aws)).describeSecurityGroups({ GroupIds: [idOf(arn)] })));

const admit = async (aws: Aws, arn: string) =>
  (await ec2(aws)).authorizeSecurityGroupIngress({ GroupId: idOf(arn), IpPermissions: [tcp(8443, office)] });

/** A group that an office may come into too, and the rule by which everyone does. */
const revoked = (name: string, text: string, open: object): Row => ({
  remedy: `aws/ec2/sg-${name}`,
  check: `aws/ec2/sg-${name}`,
  async seed(aws) {
    const client = await ec2(aws);
    const { GroupId } = await client.createSecurityGroup({ GroupName: 'records', Description: 'records' });
    await client.authorizeSecurityGroupIngress({ GroupId, IpPermissions: [tcp(22, office), open] });
    return arnOf('security-group', GroupId);
  },
  change: [`${text}: "for a test" → absent`],
  calls: ['RevokeSecurityGroupIngress'],
  undo: ['AuthorizeSecurityGroupIngress'],
  state: rulesOf,
  meddle: admit,
});

const entries = async (aws: Aws, arn: string) =>
  settled(await told((await ec2(aws)).describeNetworkAcls({ NetworkAclIds: [idOf(arn)] })));

/** Security groups, network ACLs, VPCs and subnets. */
export const network: Chapter = {
  title: 'remedies of the network, on moto',
  rows: [
    revoked('ssh-open', 'tcp 22 from 0.0.0.0/0', tcp(22, everyone)),
    revoked('dicom-open', 'tcp 11112 from 0.0.0.0/0', tcp(11112, everyone)),
    revoked('hl7-open', 'tcp 2500..2600 from 0.0.0.0/0', tcp(2500, everyone, 2600)),
    revoked('common-ports-open', 'tcp 5432 from 0.0.0.0/0', tcp(5432, everyone)),
    revoked('unauthorized-ports-open', 'tcp 8080 from 0.0.0.0/0', tcp(8080, everyone)),
    revoked('all-traffic-open', '-1 all from 0.0.0.0/0', { IpProtocol: '-1', IpRanges: everyone }),
    {
      remedy: 'aws/vpc/default-sg-closed',
      check: 'aws/vpc/default-sg-closed',
      async seed(aws) {
        const client = await ec2(aws);
        const { Vpc } = await client.createVpc({ CidrBlock: '10.1.0.0/16' });
        const { SecurityGroups } = await client.describeSecurityGroups({
          Filters: [{ Name: 'vpc-id', Values: [Vpc?.VpcId ?? ''] }],
        });
        const arn = arnOf('security-group', SecurityGroups?.[0]?.GroupId);
        await admit(aws, arn);
        return arn;
      },
      change: [
        'ingress.tcp 8443 from 203.0.113.0/24: "office" → absent',
        'egress.-1 all from 0.0.0.0/0: "" → absent',
      ],
      calls: ['RevokeSecurityGroupIngress', 'RevokeSecurityGroupEgress'],
      undo: ['AuthorizeSecurityGroupIngress', 'AuthorizeSecurityGroupEgress'],
      state: rulesOf,
      meddle: async (aws, arn) =>
        (await ec2(aws)).authorizeSecurityGroupIngress({
          GroupId: idOf(arn),
          IpPermissions: [tcp(22, office)],
        }),
    },
    {
      remedy: 'aws/ec2/nacl-open-ingress',
      check: 'aws/ec2/nacl-open-ingress',
      async seed(aws) {
        const client = await ec2(aws);
        const { Vpc } = await client.createVpc({ CidrBlock: '10.1.0.0/16' });
        const { NetworkAcls } = await client.describeNetworkAcls({
          Filters: [{ Name: 'vpc-id', Values: [Vpc?.VpcId ?? ''] }],
        });
        return arnOf('network-acl', NetworkAcls?.[0]?.NetworkAclId);
      },
      change: [
        'in 100: "allow -1 all from 0.0.0.0/0" → "allow -1 all from 10.0.0.0/8"',
        'in 101: absent → "allow -1 all from 172.16.0.0/12"',
        'in 102: absent → "allow -1 all from 192.168.0.0/16"',
        'in 103: absent → "allow 6 443..443 from 0.0.0.0/0"',
        'in 104: absent → "allow 6 1024..65535 from 0.0.0.0/0"',
        'in 105: absent → "allow 17 1024..65535 from 0.0.0.0/0"',
      ],
      calls: [...Array.from({ length: 5 }, () => 'CreateNetworkAclEntry'), 'ReplaceNetworkAclEntry'],
      undo: ['ReplaceNetworkAclEntry', ...Array.from({ length: 5 }, () => 'DeleteNetworkAclEntry')],
      state: entries,
      meddle: async (aws, arn) =>
        (await ec2(aws)).createNetworkAclEntry({
          NetworkAclId: idOf(arn),
          Egress: false,
          RuleNumber: 90,
          RuleAction: 'deny',
          Protocol: '6',
          PortRange: { From: 22, To: 22 },
          CidrBlock: '0.0.0.0/0',
        }),
    },
    {
      remedy: 'aws/vpc/subnet-auto-public-ip',
      check: 'aws/vpc/subnet-auto-public-ip',
      async seed(aws) {
        const client = await ec2(aws);
        const { Vpc } = await client.createVpc({ CidrBlock: '10.1.0.0/16' });
        const { Subnet } = await client.createSubnet({ VpcId: Vpc?.VpcId, CidrBlock: '10.1.1.0/24' });
        await client.modifySubnetAttribute({
          SubnetId: Subnet?.SubnetId,
          MapPublicIpOnLaunch: { Value: true },
        });
        return Subnet?.SubnetArn ?? '';
      },
      change: ['true → false'],
      calls: ['ModifySubnetAttribute'],
      undo: ['ModifySubnetAttribute'],
      state: async (aws, arn) => told((await ec2(aws)).describeSubnets({ SubnetIds: [idOf(arn)] })),
      meddle: async (aws, arn) =>
        (await ec2(aws)).modifySubnetAttribute({
          SubnetId: idOf(arn),
          MapPublicIpOnLaunch: { Value: false },
        }),
    },
    {
      remedy: 'aws/vpc/flow-logs',
      check: 'aws/vpc/flow-logs',
      async seed(aws) {
        for (const Bucket of ['flow-logs', 'other-logs'])
          await aws.s3.send(new CreateBucketCommand({ Bucket }));
        const { Vpc } = await (await ec2(aws)).createVpc({ CidrBlock: '10.1.0.0/16' });
        return arnOf('vpc', Vpc?.VpcId);
      },
      change: [
        '[0]: absent → {"traffic":"ALL","to":"s3","destination":"arn:aws:s3:::flow-logs","role":null,"format":null,"seconds":null}',
      ],
      calls: ['CreateFlowLogs'],
      undo: ['DeleteFlowLogs'],
      state: async (aws) => told((await ec2(aws)).describeFlowLogs({})),
      meddle: async (aws, arn) =>
        (await ec2(aws)).createFlowLogs({
          ResourceType: 'VPC',
          ResourceIds: [idOf(arn)],
          TrafficType: 'ALL',
          LogDestinationType: 's3',
          LogDestination: 'arn:aws:s3:::other-logs',
        }),
    },
  ],
  behind: ['logs:CreateLogDelivery', 'logs:DeleteLogDelivery'],
  remedies: { 'aws/vpc/flow-logs': { logDestination: 'arn:aws:s3:::flow-logs' } },
};
