import type { Sdk } from '../../test/kit/aws/sdk.ts';
import { accountId, spare } from './clinic.ts';
import { keyArn } from './keys.ts';
import { type GroupName, type Network, named, tagged } from './network.ts';

interface Server {
  readonly tags: Readonly<Record<string, string>>;
  readonly net: 'edge' | 'clinical';
  readonly group: GroupName;
  readonly isPublic?: boolean;
  /** Monitored, with a role, asked for its metadata by token only, on an encrypted disk. */
  readonly careful?: boolean;
}

const phi = (Team: string) => ({ DataClassification: 'PHI', Environment: 'production', Team });

export const servers: Readonly<Record<string, Server>> = {
  'lakeside-imaging-server': { tags: phi('imaging'), net: 'edge', group: 'lakeside-imaging', isPublic: true },
  'lakeside-hl7-engine': { tags: phi('clinical-systems'), net: 'edge', group: 'lakeside-hl7' },
  'lakeside-portal-web': {
    tags: { DataClassification: 'Internal', Environment: 'production', Team: 'patient-portal' },
    net: 'clinical',
    group: 'lakeside-web',
    careful: true,
  },
};

/** Machines with their disks, and the load balancer of the patients' portal. */
export async function makeServers(sdk: Sdk, network: Network): Promise<void> {
  const ec2 = await sdk('ec2');
  await (await sdk('ec2', spare)).enableEbsEncryptionByDefault({});
  const { Images = [] } = await ec2.describeImages({
    Owners: ['amazon'],
    Filters: [{ Name: 'name', Values: ['amzn2-ami-hvm-2.0.*-x86_64-gp2'] }],
  });
  const ImageId = Images.map((image) => image.ImageId ?? '').sort()[0] ?? '';
  for (const [name, server] of Object.entries(servers)) {
    const { careful = false, isPublic = false } = server;
    const { Instances: [instance] = [] } = await ec2.runInstances({
      ImageId,
      InstanceType: 'm5.large',
      MinCount: 1,
      MaxCount: 1,
      EbsOptimized: careful,
      Monitoring: { Enabled: careful },
      ...(careful && {
        MetadataOptions: { HttpTokens: 'required' as const, HttpEndpoint: 'enabled' as const },
        IamInstanceProfile: { Arn: `arn:aws:iam::${accountId}:instance-profile/LakesidePortal` },
      }),
      NetworkInterfaces: [
        {
          DeviceIndex: 0,
          SubnetId: network[server.net].subnets[0],
          Groups: [network.groups[server.group]],
          AssociatePublicIpAddress: isPublic,
        },
      ],
      BlockDeviceMappings: [
        {
          DeviceName: '/dev/sda1',
          Ebs: {
            VolumeSize: careful ? 40 : 500,
            Encrypted: careful,
            ...(careful && { KmsKeyId: keyArn('phi') }),
          },
        },
      ],
      TagSpecifications: [
        ...tagged('instance', name, server.tags),
        ...tagged('volume', `${name}-disk`, server.tags),
      ],
    });
    const card = instance?.NetworkInterfaces?.[0]?.NetworkInterfaceId ?? '';
    if (card) await ec2.createTags({ Resources: [card], Tags: named(name) });
  }
  await makeBalancer(sdk, network);
}

async function makeBalancer(sdk: Sdk, { edge, groups }: Network): Promise<void> {
  const elb = await sdk('elbV2');
  const { LoadBalancers: [balancer] = [] } = await elb.createLoadBalancer({
    Name: 'lakeside-portal',
    Type: 'application',
    Scheme: 'internet-facing',
    Subnets: [...edge.subnets],
    SecurityGroups: [groups['lakeside-portal']],
    Tags: [{ Key: 'Team', Value: 'patient-portal' }],
  });
  await elb.modifyLoadBalancerAttributes({
    LoadBalancerArn: balancer?.LoadBalancerArn,
    Attributes: ['access_logs.s3.enabled', 'routing.http.drop_invalid_header_fields.enabled'].map((Key) => ({
      Key,
      Value: 'false',
    })),
  });
  const { TargetGroups: [target] = [] } = await elb.createTargetGroup({
    Name: 'lakeside-portal-web',
    Protocol: 'HTTP',
    Port: 80,
    VpcId: edge.vpc,
  });
  await elb.createListener({
    LoadBalancerArn: balancer?.LoadBalancerArn,
    Protocol: 'HTTP',
    Port: 80,
    DefaultActions: [{ Type: 'forward', TargetGroupArn: target?.TargetGroupArn }],
  });
}
