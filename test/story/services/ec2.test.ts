import { testAccountId } from '../../kit/aws/environment.ts';
import { answer } from '../../kit/aws/proxy.ts';
import type { Sdk } from '../../kit/aws/sdk.ts';
import { recordWest } from './ec2-west.ts';
import { tellService } from './kit.ts';

type Ec2 = Awaited<ReturnType<typeof ec2Of>>;
const ec2Of = (sdk: Sdk) => sdk('ec2');

const ids: Record<string, string> = {};
const volumes: Record<string, string> = {};
const json = (body: object) =>
  answer(200, { 'content-type': 'application/x-amz-json-1.1' }, JSON.stringify(body));
const arn = (what: string) => `arn:aws:ec2:us-east-1:${testAccountId}:${what}`;

/** A VPC with a way out, a subnet that uses it, and a security group that lets everybody in by SSH. */
async function openVpc(ec2: Ec2, CidrBlock: string) {
  const { Vpc } = await ec2.createVpc({ CidrBlock: `${CidrBlock}.0.0/16` });
  const VpcId = Vpc?.VpcId ?? '';
  const { InternetGateway } = await ec2.createInternetGateway({});
  const InternetGatewayId = InternetGateway?.InternetGatewayId ?? '';
  await ec2.attachInternetGateway({ VpcId, InternetGatewayId });
  const { RouteTables = [] } = await ec2.describeRouteTables({
    Filters: [{ Name: 'vpc-id', Values: [VpcId] }],
  });
  await ec2.createRoute({
    RouteTableId: RouteTables[0]?.RouteTableId,
    DestinationCidrBlock: '0.0.0.0/0',
    GatewayId: InternetGatewayId,
  });
  const { Subnet } = await ec2.createSubnet({ VpcId, CidrBlock: `${CidrBlock}.1.0/24` });
  const { GroupId } = await ec2.createSecurityGroup({ VpcId, GroupName: 'ssh', Description: 'ssh' });
  await ec2.authorizeSecurityGroupIngress({
    GroupId,
    IpPermissions: [{ IpProtocol: 'tcp', FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
  });
  return { VpcId, SubnetId: Subnet?.SubnetId ?? '', GroupId: GroupId ?? '' };
}

async function run(ec2: Ec2, name: string, input: Partial<Parameters<Ec2['runInstances']>[0]>) {
  const { Instances = [] } = await ec2.runInstances({
    ImageId: 'ami-12c6146b',
    MinCount: 1,
    MaxCount: 1,
    TagSpecifications: [{ ResourceType: 'instance', Tags: [{ Key: 'Name', Value: name }] }],
    ...input,
  });
  const id = Instances[0]?.InstanceId ?? '';
  ids[name] = id;
  volumes[name] = Instances[0]?.BlockDeviceMappings?.[0]?.Ebs?.VolumeId ?? '';
  return id;
}

const outside = (SubnetId: string, GroupId: string) => ({
  NetworkInterfaces: [{ DeviceIndex: 0, SubnetId, Groups: [GroupId], AssociatePublicIpAddress: true }],
});

tellService({
  title: 'every check of EC2 instances and images, on moto',
  checks: [
    'aws/ec2/ami-encrypted',
    'aws/ec2/ami-public',
    'aws/ec2/enclave-host-imdsv2',
    'aws/ec2/enclave-host-open-ports',
    'aws/ec2/enclave-host-public-ip',
    'aws/ec2/enclave-host-vsock-proxy-exposed',
    'aws/ec2/imdsv2-account-default',
    'aws/ec2/instance-backup-plan',
    'aws/ec2/instance-detailed-monitoring',
    'aws/ec2/instance-ebs-optimized',
    'aws/ec2/instance-imdsv2',
    'aws/ec2/instance-in-vpc',
    'aws/ec2/instance-profile-attached',
    'aws/ec2/instance-public-ip',
    'aws/ec2/instance-ssm-managed',
    'aws/ec2/instance-stopped-too-long',
    'aws/ec2/instance-too-old',
    'aws/ec2/userdata-secrets',
    'aws/vpc/phi-public-reach',
  ],
  regions: ['us-east-1', 'us-west-2'],
  async seed(sdk) {
    const ec2 = await ec2Of(sdk);
    const clinic = await openVpc(ec2, '10.1');
    const shop = await openVpc(ec2, '10.2');
    const { Subnet } = await ec2.createSubnet({ VpcId: clinic.VpcId, CidrBlock: '10.1.2.0/24' });
    const records = Subnet?.SubnetId ?? '';
    await ec2.createTags({ Resources: [records], Tags: [{ Key: 'DataClassification', Value: 'PHI' }] });

    const rds = await sdk('rds');
    await rds.createDBSubnetGroup({
      DBSubnetGroupName: 'shop',
      DBSubnetGroupDescription: 'shop',
      SubnetIds: [shop.SubnetId],
    });
    await rds.createDBInstance({
      DBInstanceIdentifier: 'orders',
      DBInstanceClass: 'db.t3.micro',
      Engine: 'postgres',
      MasterUsername: 'master',
      MasterUserPassword: 'made-up-Pa55',
      AllocatedStorage: 20,
      DBSubnetGroupName: 'shop',
      Tags: [{ Key: 'DataClassification', Value: 'PHI' }],
    });

    await run(ec2, 'web', {
      InstanceType: 'm3.xlarge',
      UserData: Buffer.from('#!/bin/sh\nexport DB_PASSWORD="made-up-Pa55"\n').toString('base64'),
      ...outside(clinic.SubnetId, clinic.GroupId),
    });
    await run(ec2, 'db', {
      InstanceType: 't2.micro',
      SubnetId: records,
      MetadataOptions: { HttpTokens: 'required' },
      Monitoring: { Enabled: true },
      UserData: Buffer.from('#!/bin/sh\nDB_PASSWORD=$(aws ssm get-parameter --name db)\n').toString('base64'),
    });
    await run(ec2, 'shop', {
      InstanceType: 'm5.large',
      MetadataOptions: { HttpEndpoint: 'disabled' },
      ...outside(shop.SubnetId, shop.GroupId),
    });
    await ec2.stopInstances({
      InstanceIds: [
        await run(ec2, 'parked', { InstanceType: 'm3.xlarge', EbsOptimized: true, SubnetId: records }),
      ],
    });
    await ec2.terminateInstances({ InstanceIds: [await run(ec2, 'gone', { SubnetId: records })] });

    for (const name of ['golden', 'given-away']) {
      const { ImageId = '' } = await ec2.createImage({ InstanceId: ids['db'], Name: name });
      ids[name] = ImageId;
    }
    await ec2.modifyImageAttribute({
      ImageId: ids['given-away'],
      LaunchPermission: { Add: [{ Group: 'all' }] },
    });
    const backup = await sdk('backup');
    await backup.createBackupPlan({ BackupPlan: { BackupPlanName: 'nightly', Rules: [] } });
  },
  recorded(proxy) {
    recordWest(proxy);
    proxy.rule({
      operation: 'DescribeInstanceInformation',
      fault: json({
        InstanceInformationList: [
          { InstanceId: ids['db'], PingStatus: 'Online', LastPingDateTime: 1_795_000_000 },
          { InstanceId: ids['web'], PingStatus: 'ConnectionLost', LastPingDateTime: 1_790_000_000 },
          { InstanceId: 'i-host', PingStatus: 'Online', LastPingDateTime: 1_795_000_000 },
        ],
      }),
    });
    proxy.rule({ operation: 'ListProtectedResources', fault: json({ Results: [] }) });
    proxy.rule({
      operation: 'ListBackupSelections',
      fault: json({ BackupSelectionsList: [{ SelectionId: 's-1', SelectionName: 'all' }] }),
    });
    proxy.rule({
      operation: 'DescribeRegionSettings',
      fault: json({ ResourceTypeOptInPreference: { EC2: false, EBS: false } }),
    });
    proxy.rule({
      operation: 'GetBackupSelection',
      fault: json({
        SelectionId: 's-1',
        BackupSelection: {
          SelectionName: 'all',
          IamRoleArn: `arn:aws:iam::${testAccountId}:role/backup`,
          Resources: [arn(`instance/${ids['db']}`), arn(`volume/${volumes['shop']}`)],
        },
      }),
    });
  },
  get expects() {
    const of = (name: string) => `${name} (${ids[name]})`;
    const [web, db, shop, parked] = ['web', 'db', 'shop', 'parked'].map(of) as [
      string,
      string,
      string,
      string,
    ];
    const east = [web, db, shop, parked];
    const west = ['i-host', 'i-vault', 'i-classic', 'i-spot'];
    const noEnclave = [...east, 'i-classic', 'i-spot'];
    return {
      'aws/ec2/ami-encrypted': {
        // moto does not say whether the disks of an image are encrypted.
        unknown: [of('golden'), of('given-away')],
        pass: ['ami-sealed'],
        fail: ['ami-plain'],
        notApplicable: ['ami-instance-store'],
      },
      'aws/ec2/ami-public': {
        pass: [of('golden'), 'ami-sealed', 'ami-plain', 'ami-instance-store'],
        fail: [of('given-away')],
      },
      'aws/ec2/enclave-host-imdsv2': { notApplicable: noEnclave, fail: ['i-host'], pass: ['i-vault'] },
      'aws/ec2/enclave-host-open-ports': { notApplicable: noEnclave, fail: ['i-host'], pass: ['i-vault'] },
      'aws/ec2/enclave-host-public-ip': { notApplicable: noEnclave, fail: ['i-host'], pass: ['i-vault'] },
      'aws/ec2/enclave-host-vsock-proxy-exposed': {
        notApplicable: noEnclave,
        fail: ['i-host'],
        pass: ['i-vault'],
      },
      'aws/ec2/imdsv2-account-default': { pass: ['us-east-1'], fail: ['us-west-2'] },
      'aws/ec2/instance-backup-plan': { pass: [db, shop], fail: [web, parked], notApplicable: west },
      'aws/ec2/instance-detailed-monitoring': { pass: [db, ...west], fail: [web, shop, parked] },
      'aws/ec2/instance-ebs-optimized': {
        pass: [shop, parked, ...west],
        fail: [web],
        notApplicable: [db],
      },
      'aws/ec2/instance-imdsv2': {
        pass: [db, shop, 'i-vault', 'i-classic', 'i-spot'],
        fail: [web, parked, 'i-host'],
      },
      'aws/ec2/instance-in-vpc': { pass: [...east, 'i-host', 'i-vault', 'i-spot'], fail: ['i-classic'] },
      'aws/ec2/instance-profile-attached': {
        fail: [...east, 'i-host', 'i-classic', 'i-spot'],
        pass: ['i-vault'],
      },
      'aws/ec2/instance-public-ip': {
        pass: [db, parked, 'i-vault', 'i-classic', 'i-spot'],
        fail: [web, shop, 'i-host'],
      },
      'aws/ec2/instance-ssm-managed': {
        pass: [db, 'i-host'],
        fail: [web, shop, 'i-vault'],
        notApplicable: [parked, 'i-classic', 'i-spot'],
      },
      'aws/ec2/instance-stopped-too-long': {
        pass: [...east, 'i-host', 'i-vault'],
        fail: ['i-classic'],
        unknown: ['i-spot'],
      },
      'aws/ec2/instance-too-old': {
        pass: [web, db, shop],
        fail: ['i-host', 'i-vault'],
        notApplicable: [parked, 'i-classic', 'i-spot'],
      },
      'aws/ec2/userdata-secrets': {
        pass: [db, shop, parked, 'i-host', 'i-vault', 'i-spot'],
        fail: [web, 'i-classic'],
      },
      'aws/vpc/phi-public-reach': {
        pass: [db, parked, 'i-vault', 'i-classic', 'i-spot'],
        fail: [web, shop, 'i-host'],
      },
    };
  },
});
