import { testAccountId } from '../../../kit/aws/environment.ts';
import { type Aws, together, told } from '../account.ts';
import type { Chapter } from '../row.ts';

const region = `arn:aws:ec2:us-east-1:${testAccountId}:region/us-east-1`;
const ec2 = ({ sdk }: Aws) => sdk('ec2');
const idOf = (arn: string) => arn.split('/').at(-1) ?? '';

async function run(aws: Aws): Promise<string> {
  const { Instances = [] } = await (await ec2(aws)).runInstances({
    ImageId: 'ami-12c6146b',
    MinCount: 1,
    MaxCount: 1,
    MetadataOptions: { HttpPutResponseHopLimit: 3 },
  });
  return Instances[0]?.InstanceId ?? '';
}

/** One that nobody lends an address, with an Elastic IP of the account. */
async function withElasticIp(aws: Aws): Promise<string> {
  const client = await ec2(aws);
  const { Vpc } = await client.createVpc({ CidrBlock: '10.2.0.0/16' });
  const { Subnet } = await client.createSubnet({ VpcId: Vpc?.VpcId, CidrBlock: '10.2.0.0/24' });
  // moto throws dice for what the plan names.
  const endpoint = await aws.iam.config.endpoint?.();
  await fetch(`http://${endpoint?.hostname}:${endpoint?.port}/moto-api/seed?a=7`, { method: 'POST' });
  const { Instances = [] } = await client.runInstances({
    ImageId: 'ami-12c6146b',
    MinCount: 1,
    MaxCount: 1,
    SubnetId: Subnet?.SubnetId,
    PrivateIpAddress: '10.2.0.5',
  });
  const InstanceId = Instances[0]?.InstanceId ?? '';
  const { AllocationId } = await client.allocateAddress({ Domain: 'vpc' });
  await client.associateAddress({ AllocationId, InstanceId });
  return `arn:aws:ec2:us-east-1:${testAccountId}:instance/${InstanceId}`;
}

const metadata = async (aws: Aws, arn: string, HttpPutResponseHopLimit: number) =>
  (await ec2(aws)).modifyInstanceMetadataOptions({
    InstanceId: idOf(arn),
    HttpTokens: 'optional',
    HttpEndpoint: 'enabled',
    HttpPutResponseHopLimit,
  });

const withAll = async (aws: Aws, arn: string, OperationType: 'add' | 'remove') =>
  (await ec2(aws)).modifySnapshotAttribute({
    SnapshotId: idOf(arn),
    Attribute: 'createVolumePermission',
    OperationType,
    GroupNames: ['all'],
  });

/** What can be set of instances, images, snapshots and the region. */
export const ec2Rows: Chapter = {
  title: 'remedies of EC2 and EBS, on moto',
  rows: [
    {
      remedy: 'aws/ebs/default-encryption',
      check: 'aws/ebs/default-encryption',
      seed: async () => region,
      change: ['false → true'],
      calls: ['EnableEbsEncryptionByDefault'],
      undo: ['DisableEbsEncryptionByDefault'],
      state: async (aws) => told((await ec2(aws)).getEbsEncryptionByDefault({})),
      meddle: async (aws) => (await ec2(aws)).enableEbsEncryptionByDefault({}),
    },
    {
      remedy: 'aws/ebs/snapshot-block',
      check: 'aws/ebs/snapshot-account-block',
      seed: async () => region,
      change: ['state: "unblocked" → "block-all-sharing"'],
      calls: ['EnableSnapshotBlockPublicAccess'],
      undo: ['DisableSnapshotBlockPublicAccess'],
      state: async (aws) => told((await ec2(aws)).getSnapshotBlockPublicAccessState({})),
      meddle: async (aws) => (await ec2(aws)).enableSnapshotBlockPublicAccess({ State: 'block-new-sharing' }),
    },
    {
      remedy: 'aws/ebs/snapshot-block',
      check: 'aws/ebs/snapshot-account-block',
      when: 'new sharing is blocked',
      seed: async (aws) => {
        await (await ec2(aws)).enableSnapshotBlockPublicAccess({ State: 'block-new-sharing' });
        return region;
      },
      change: ['state: "block-new-sharing" → "block-all-sharing"'],
      calls: ['EnableSnapshotBlockPublicAccess'],
      undo: ['EnableSnapshotBlockPublicAccess'],
      state: async (aws) => told((await ec2(aws)).getSnapshotBlockPublicAccessState({})),
      meddle: async (aws) => (await ec2(aws)).disableSnapshotBlockPublicAccess({}),
    },
    {
      remedy: 'aws/ebs/snapshot-unshared',
      check: 'aws/ebs/snapshot-public',
      seed: async (aws) => {
        const client = await ec2(aws);
        const { VolumeId } = await client.createVolume({ AvailabilityZone: 'us-east-1a', Size: 1 });
        const { SnapshotId = '' } = await client.createSnapshot({ VolumeId });
        await client.modifySnapshotAttribute({
          SnapshotId,
          Attribute: 'createVolumePermission',
          OperationType: 'add',
          UserIds: ['444455556666'],
        });
        const arn = `arn:aws:ec2:us-east-1::snapshot/${SnapshotId}`;
        await withAll(aws, arn, 'add');
        return arn;
      },
      change: ['true → false'],
      calls: ['ModifySnapshotAttribute'],
      undo: ['ModifySnapshotAttribute'],
      state: async (aws, arn) =>
        told(
          (await ec2(aws)).describeSnapshotAttribute({
            SnapshotId: idOf(arn),
            Attribute: 'createVolumePermission',
          }),
        ),
      meddle: (aws, arn) => withAll(aws, arn, 'remove'),
    },
    {
      remedy: 'aws/ec2/image-unshared',
      check: 'aws/ec2/ami-public',
      seed: async (aws) => {
        const client = await ec2(aws);
        const { ImageId = '' } = await client.createImage({ InstanceId: await run(aws), Name: 'golden' });
        await client.modifyImageAttribute({
          ImageId,
          LaunchPermission: { Add: [{ UserId: '444455556666' }, { Group: 'all' }] },
        });
        return `arn:aws:ec2:us-east-1::image/${ImageId}`;
      },
      change: ['true → false'],
      calls: ['ModifyImageAttribute'],
      undo: ['ModifyImageAttribute'],
      state: async (aws, arn) => {
        const client = await ec2(aws);
        const ImageId = idOf(arn);
        return together({
          image: told(client.describeImages({ ImageIds: [ImageId] })),
          shared: told(client.describeImageAttribute({ ImageId, Attribute: 'launchPermission' })),
        });
      },
      meddle: async (aws, arn) =>
        (await ec2(aws)).modifyImageAttribute({
          ImageId: idOf(arn),
          LaunchPermission: { Remove: [{ Group: 'all' }] },
        }),
    },
    {
      remedy: 'aws/ec2/metadata-tokens',
      check: 'aws/ec2/instance-imdsv2',
      seed: async (aws) => `arn:aws:ec2:us-east-1:${testAccountId}:instance/${await run(aws)}`,
      change: ['httpTokens: "optional" → "required"'],
      calls: ['ModifyInstanceMetadataOptions'],
      undo: ['ModifyInstanceMetadataOptions'],
      state: async (aws, arn) => told((await ec2(aws)).describeInstances({ InstanceIds: [idOf(arn)] })),
      meddle: (aws, arn) => metadata(aws, arn, 5),
    },
    {
      remedy: 'aws/ec2/elastic-ip-off',
      check: 'aws/ec2/instance-public-ip',
      seed: withElasticIp,
      change: [
        'elastic.eipalloc-ecccc3fc1626e53a1: {"address":"127.163.64.27","interface":"eni-b3216fdaeeb975729","privateAddress":"10.2.0.5"} → absent',
      ],
      calls: ['DisassociateAddress'],
      undo: ['AssociateAddress'],
      // Each association has an id of its own; and moto knows no instance by its card.
      state: async (aws, arn) => {
        const client = await ec2(aws);
        const { Addresses = [] } = await client.describeAddresses({});
        const { Reservations } = await client.describeInstances({ InstanceIds: [idOf(arn)] });
        return {
          addresses: Addresses.map(({ AssociationId: _, InstanceId: __, ...address }) => address),
          public: Reservations?.[0]?.Instances?.[0]?.PublicIpAddress ?? null,
        };
      },
      meddle: async (aws) => {
        const client = await ec2(aws);
        const { Addresses = [] } = await client.describeAddresses({});
        await client.disassociateAddress({ AssociationId: Addresses[0]?.AssociationId });
      },
    },
    {
      remedy: 'aws/ec2/detailed-monitoring',
      check: 'aws/ec2/instance-detailed-monitoring',
      seed: async (aws) => `arn:aws:ec2:us-east-1:${testAccountId}:instance/${await run(aws)}`,
      change: ['false → true'],
      calls: ['MonitorInstances'],
      undo: ['UnmonitorInstances'],
      state: async (aws, arn) => told((await ec2(aws)).describeInstances({ InstanceIds: [idOf(arn)] })),
      meddle: async (aws, arn) => (await ec2(aws)).monitorInstances({ InstanceIds: [idOf(arn)] }),
    },
    {
      remedy: 'aws/ec2/metadata-defaults',
      check: 'aws/ec2/imdsv2-account-default',
      seed: async (aws) => {
        await (await ec2(aws)).modifyInstanceMetadataDefaults({ HttpPutResponseHopLimit: 3 });
        return region;
      },
      change: ['httpTokens: null → "required"'],
      calls: ['ModifyInstanceMetadataDefaults'],
      undo: ['ModifyInstanceMetadataDefaults'],
      state: async (aws) => told((await ec2(aws)).getInstanceMetadataDefaults({})),
      meddle: async (aws) => (await ec2(aws)).modifyInstanceMetadataDefaults({ HttpTokens: 'optional' }),
    },
  ],
};
