import type {
  InstanceMetadataOptionsResponse,
  InstanceNetworkInterfaceAssociation,
  Instance as Told,
} from '@aws-sdk/client-ec2';
import type { Subject } from '../../../domain/catalog.ts';
import type { Tags } from '../../../domain/check.ts';
import { everyOf, itemsOf, listOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { tagsFrom } from '../tagging/region-tags.ts';
import { nameOf } from './name-of.ts';

export const instancePermissions = ['ec2:DescribeInstances'] as const;

/** A network card of an instance, with where it stands and what it is reached by. */
export interface Interface {
  readonly id: string;
  readonly subnet: string | null;
  readonly vpc: string | null;
  /** Ids of its security groups. */
  readonly groups: readonly string[];
  /** Public IPv4 addresses, those that AWS lends and Elastic IPs. */
  readonly publicAddresses: readonly string[];
  readonly ipv6Addresses: readonly string[];
}

/** How the metadata service of an instance is set, as EC2 tells it. */
export type MetadataOptions = {
  /** `required`: sessions with tokens alone; `optional`: the older protocol too. */
  readonly httpTokens: string;
  /** `disabled`: there is none to ask. */
  readonly httpEndpoint: string;
  readonly hopLimit: number | null;
  readonly ipv6: string | null;
  readonly tags: string | null;
};

/** What the checks need of an instance: all of it is told by one listing. What is undefined was not told. */
export interface Instance extends Subject {
  readonly instanceId: string;
  readonly tags: Tags;
  /** `pending`, `running`, `stopping` or `stopped`: what is terminated is not listed. */
  readonly state: string;
  /** EC2's words for its last change of state; they tell when it was stopped. */
  readonly stateReason: string;
  /** When its first disk or card was attached: a start after a stop counts as a new launch, and is not a new build. */
  readonly builtAt: string;
  readonly type: string;
  /** null: outside any VPC. */
  readonly vpc: string | null;
  readonly subnet: string | null;
  readonly interfaces: readonly Interface[];
  /** ARN of the instance profile; null: none. */
  readonly profile: string | null;
  /** Ids of its EBS volumes. */
  readonly volumes: readonly string[];
  readonly metadataOptions: MetadataOptions | undefined;
  /** `enabled`, `disabled`, or on the way to one of them. */
  readonly monitoring: string | undefined;
  readonly ebsOptimized: boolean | undefined;
  readonly enclave: boolean;
}

export const instanceArn = (
  { id, partition }: { id: string; partition: string },
  region: string,
  instanceId: string,
): string => `arn:${partition}:ec2:${region}:${id}:instance/${instanceId}`;

/** Every instance of the region that is not terminated: asked once per scan, for all that look at instances. */
export const instancesOf = (reader: AwsReader, region: string): Promise<readonly Instance[]> =>
  reader.remember(`ec2:DescribeInstances:${region}`, async () => {
    const ec2 = await reader.service('ec2', region);
    const pages = ec2.paginateDescribeInstances({ MaxResults: 1000 });
    const reservations = itemsOf(pages, (page) => page.Reservations, 'DescribeInstances');
    return (await everyOf(reservations))
      .flatMap(({ Instances }) => listOf(Instances, 'DescribeInstances'))
      .filter(({ State }) => !gone.includes(present(State?.Name, 'the state of the instance')))
      .map((told) => instanceOf(told, reader, region));
  });

const gone: readonly string[] = ['terminated', 'shutting-down'];

function instanceOf(told: Told, { identity }: AwsReader, region: string): Instance {
  const instanceId = present(told.InstanceId, 'InstanceId');
  const tags = tagsFrom(told.Tags);
  return {
    id: instanceArn(identity, region, instanceId),
    name: nameOf(tags, instanceId),
    region,
    instanceId,
    tags,
    state: present(told.State?.Name, 'the state of the instance'),
    stateReason: told.StateTransitionReason ?? '',
    builtAt: builtAt(told),
    type: present(told.InstanceType, 'InstanceType'),
    vpc: told.VpcId || null,
    subnet: told.SubnetId || null,
    interfaces: listOf(told.NetworkInterfaces, 'DescribeInstances').map((card) => ({
      id: present(card.NetworkInterfaceId, 'NetworkInterfaceId'),
      subnet: card.SubnetId ?? null,
      vpc: card.VpcId ?? null,
      groups: listOf(card.Groups, 'DescribeInstances').map(({ GroupId }) => present(GroupId, 'GroupId')),
      publicAddresses: publicAmong([card, ...listOf(card.PrivateIpAddresses, 'DescribeInstances')]),
      ipv6Addresses: (card.Ipv6Addresses ?? []).flatMap(({ Ipv6Address }) => Ipv6Address ?? []),
    })),
    profile: told.IamInstanceProfile?.Arn ?? null,
    volumes: listOf(told.BlockDeviceMappings, 'DescribeInstances').flatMap(({ Ebs }) => Ebs?.VolumeId ?? []),
    metadataOptions: told.MetadataOptions && optionsOf(told.MetadataOptions),
    monitoring: told.Monitoring?.State,
    ebsOptimized: told.EbsOptimized,
    enclave: told.EnclaveOptions?.Enabled ?? false,
  };
}

const optionsOf = (told: InstanceMetadataOptionsResponse): MetadataOptions => ({
  httpTokens: present(told.HttpTokens, 'HttpTokens'),
  httpEndpoint: present(told.HttpEndpoint, 'HttpEndpoint'),
  hopLimit: told.HttpPutResponseHopLimit ?? null,
  ipv6: told.HttpProtocolIpv6 ?? null,
  tags: told.InstanceMetadataTags ?? null,
});

const publicAmong = (
  addresses: readonly { readonly Association?: InstanceNetworkInterfaceAssociation | undefined }[],
): readonly string[] => [...new Set(addresses.flatMap(({ Association }) => Association?.PublicIp || []))];

function builtAt({ LaunchTime, NetworkInterfaces, BlockDeviceMappings, RootDeviceName }: Told): string {
  const card = NetworkInterfaces?.find(({ Attachment }) => Attachment?.DeviceIndex === 0);
  const root = BlockDeviceMappings?.find(({ DeviceName }) => DeviceName === RootDeviceName);
  const times = [present(LaunchTime, 'LaunchTime'), card?.Attachment?.AttachTime, root?.Ebs?.AttachTime];
  return new Date(Math.min(...times.flatMap((time) => time?.getTime() ?? []))).toISOString();
}
