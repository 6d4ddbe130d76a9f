import { tellService } from './kit.ts';

const sg = 'aws/ec2/sg-';
const everyone = [{ CidrIp: '0.0.0.0/0' }];
const groups = [
  'closed',
  'inside',
  'ssh',
  'ssh-six',
  'ssh-halves',
  'udp-22',
  'web',
  'pacs',
  'messages',
  'database',
  'all',
  'all-tcp',
  'listed-open',
  'listed-narrow',
  'used',
];
const without = (...names: readonly string[]) => groups.filter((name) => !names.includes(name));
const names: Record<'main' | 'idle', string> = { main: '', idle: '' };

tellService({
  title: 'every check of security groups and network ACLs, on moto',
  checks: ['aws/ec2/sg-', 'aws/ec2/nacl-open-ingress', 'aws/vpc/default-sg-closed'].flatMap((id) =>
    id.endsWith('-')
      ? ['ssh', 'common-ports', 'unauthorized-ports', 'all-traffic', 'dicom', 'hl7'].map(
          (of) => `${id}${of}-open`,
        )
      : [id],
  ) as [string, ...string[]],
  async seed(sdk) {
    const ec2 = await sdk('ec2');
    // The default VPC of moto goes, so that all of the story stands here.
    const { Vpcs } = await ec2.describeVpcs({});
    const { Subnets } = await ec2.describeSubnets({});
    for (const { SubnetId } of Subnets ?? []) await ec2.deleteSubnet({ SubnetId });
    for (const { VpcId } of Vpcs ?? []) await ec2.deleteVpc({ VpcId });
    const { Vpc } = await ec2.createVpc({ CidrBlock: '10.1.0.0/16' });
    const VpcId = Vpc?.VpcId ?? '';
    const { Subnet } = await ec2.createSubnet({ VpcId, CidrBlock: '10.1.1.0/24' });
    const make = async (GroupName: string, ...IpPermissions: readonly object[]) => {
      const { GroupId = '' } = await ec2.createSecurityGroup({ GroupName, Description: GroupName, VpcId });
      if (IpPermissions.length > 0)
        await ec2.authorizeSecurityGroupIngress({ GroupId, IpPermissions: [...IpPermissions] });
      return GroupId;
    };
    const tcp = (FromPort: number, ToPort = FromPort, of: object = { IpRanges: everyone }) => ({
      IpProtocol: 'tcp',
      FromPort,
      ToPort,
      ...of,
    });
    const list = async (PrefixListName: string, ...ranges: readonly string[]) => {
      const { PrefixList } = await ec2.createManagedPrefixList({
        PrefixListName,
        MaxEntries: 5,
        AddressFamily: 'IPv4',
        Entries: ranges.map((Cidr) => ({ Cidr })),
      });
      return { PrefixListIds: [{ PrefixListId: PrefixList?.PrefixListId ?? '' }] };
    };
    await make('closed');
    await make('inside', { ...tcp(22, 22, { IpRanges: [{ CidrIp: '10.0.0.0/8' }] }) });
    await make('ssh', tcp(22));
    await make('ssh-six', tcp(22, 22, { Ipv6Ranges: [{ CidrIpv6: '::/0' }] }));
    await make('ssh-halves', tcp(22, 22, { IpRanges: [{ CidrIp: '0.0.0.0/1' }, { CidrIp: '128.0.0.0/1' }] }));
    await make('udp-22', { ...tcp(22), IpProtocol: 'udp' });
    await make('web', tcp(80), tcp(443));
    await make('pacs', tcp(11110, 11115));
    await make('messages', tcp(2575));
    await make('database', tcp(5432));
    await make('all', { IpProtocol: '-1', IpRanges: everyone });
    await make('all-tcp', tcp(0, 65_535));
    await make('listed-open', tcp(22, 22, await list('open', '192.0.2.0/24', '0.0.0.0/0')));
    await make('listed-narrow', tcp(22, 22, await list('narrow', '192.0.2.0/24')));
    const used = await make('used', tcp(3389));
    await ec2.createNetworkInterface({ SubnetId: Subnet?.SubnetId, Groups: [used] });

    // The default group of AWS has two rules; this one is emptied, and another VPC keeps its own.
    const { SecurityGroups } = await ec2.describeSecurityGroups({
      Filters: [{ Name: 'group-name', Values: ['default'] }],
    });
    const [own] = SecurityGroups ?? [];
    names.main = `default of ${VpcId}`;
    await ec2.revokeSecurityGroupEgress({ GroupId: own?.GroupId, IpPermissions: own?.IpPermissionsEgress });
    if (own?.IpPermissions?.length)
      await ec2.revokeSecurityGroupIngress({ GroupId: own.GroupId, IpPermissions: own.IpPermissions });
    const { Vpc: other } = await ec2.createVpc({ CidrBlock: '10.2.0.0/16' });
    names.idle = `default of ${other?.VpcId}`;

    const acl = async (name: string, ...entries: readonly object[]) => {
      const { NetworkAcl } = await ec2.createNetworkAcl({ VpcId });
      const { NetworkAclId = '' } = NetworkAcl ?? {};
      await ec2.createTags({ Resources: [NetworkAclId], Tags: [{ Key: 'Name', Value: name }] });
      for (const entry of entries)
        await ec2.createNetworkAclEntry({
          NetworkAclId,
          Egress: false,
          RuleNumber: 100,
          RuleAction: 'allow',
          Protocol: '-1',
          CidrBlock: '0.0.0.0/0',
          ...entry,
        });
    };
    const { NetworkAcls } = await ec2.describeNetworkAcls({});
    for (const { NetworkAclId = '', VpcId: of } of NetworkAcls ?? []) {
      // moto keeps the ACL of a VPC that is gone.
      const isGone = Vpcs?.some((gone) => gone.VpcId === of);
      const name = of === VpcId ? 'default ACL' : isGone ? 'left over' : 'other default ACL';
      await ec2.createTags({ Resources: [NetworkAclId], Tags: [{ Key: 'Name', Value: name }] });
    }
    await acl('bare');
    await acl('https', { Protocol: '6', PortRange: { From: 443, To: 443 } });
    await acl('every tcp', { Protocol: '6', PortRange: { From: 0, To: 65_535 } });
    await acl('refused before', { RuleNumber: 90, RuleAction: 'deny' }, {});
  },
  get expects() {
    const defaults = [names.main, names.idle];
    const table = (...open: readonly string[]) => ({ fail: open, pass: [...without(...open), ...defaults] });
    return {
      [`${sg}ssh-open`]: table('ssh', 'ssh-six', 'ssh-halves', 'all', 'all-tcp', 'listed-open'),
      [`${sg}dicom-open`]: table('pacs', 'all', 'all-tcp'),
      [`${sg}hl7-open`]: table('messages', 'all', 'all-tcp'),
      [`${sg}common-ports-open`]: table('database', 'used', 'all', 'all-tcp'),
      [`${sg}unauthorized-ports-open`]: table(...without('closed', 'inside', 'web', 'listed-narrow')),
      [`${sg}all-traffic-open`]: table('all', 'all-tcp'),
      'aws/vpc/default-sg-closed': { pass: [names.main], fail: [names.idle], notApplicable: groups },
      'aws/ec2/nacl-open-ingress': {
        fail: ['default ACL', 'other default ACL', 'left over', 'every tcp'],
        pass: ['bare', 'https', 'refused before'],
      },
    };
  },
});
