import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Subject } from '../../../src/domain/catalog.ts';
import { known } from '../../../src/domain/collected.ts';
import { describeWithMoto } from '../../kit/aws/describe-with-moto.ts';
import { type Sdk, sdkOf } from '../../kit/aws/sdk.ts';
import { writeKit } from './write-kit.ts';

describeWithMoto('what can be set of the network, on moto', (moto) => {
  const kit = writeKit(moto);
  let sdk: Sdk;
  beforeAll(() => {
    sdk = sdkOf(moto.endpoint);
  });
  afterAll(() => sdk.destroy());

  /** Rules of every kind of source, as people write them. */
  async function group(): Promise<{
    readonly subject: Subject;
    readonly list: string;
    readonly other: string;
  }> {
    const ec2 = await sdk('ec2');
    const { PrefixList } = await ec2.createManagedPrefixList({
      PrefixListName: 'partners',
      MaxEntries: 5,
      AddressFamily: 'IPv4',
      Entries: [{ Cidr: '192.0.2.0/24' }],
    });
    const list = PrefixList?.PrefixListId ?? '';
    const { GroupId: other = '' } = await ec2.createSecurityGroup({
      GroupName: 'other',
      Description: 'other',
    });
    const { GroupId = '' } = await ec2.createSecurityGroup({ GroupName: 'records', Description: 'records' });
    const ports = { IpProtocol: 'tcp', FromPort: 22, ToPort: 22 };
    for (const rule of [
      { ...ports, IpRanges: [{ CidrIp: '0.0.0.0/0', Description: 'for all' }, { CidrIp: '203.0.113.0/24' }] },
      { ...ports, Ipv6Ranges: [{ CidrIpv6: '::/0', Description: 'for all' }] },
      { ...ports, PrefixListIds: [{ PrefixListId: list }] },
      { ...ports, UserIdGroupPairs: [{ GroupId: other }] },
      { IpProtocol: 'icmp', FromPort: 8, ToPort: -1, IpRanges: [{ CidrIp: '203.0.113.0/24' }] },
      { IpProtocol: '-1', IpRanges: [{ CidrIp: '10.0.0.0/8' }] },
    ])
      await ec2.authorizeSecurityGroupIngress({ GroupId, IpPermissions: [rule] });
    const found = (await kit.subjects('aws.ec2.securityGroup', 'us-east-1')).find(({ id }) =>
      id.endsWith(GroupId),
    );
    if (!found) throw new Error('the group is not listed');
    return { subject: found, list, other };
  }

  test('each rule of a group is one text, whatever its source', async () => {
    const { subject, list, other } = await group();
    expect(await kit.ask('aws.ec2.securityGroup', 'ingress', subject)).toEqual(
      known({
        'tcp 22 from 0.0.0.0/0': 'for all',
        'tcp 22 from 203.0.113.0/24': '',
        'tcp 22 from ::/0': 'for all',
        [`tcp 22 from ${list}`]: '',
        [`tcp 22 from 123456789012/${other}`]: '',
        'icmp 8..-1 from 203.0.113.0/24': '',
        '-1 all from 10.0.0.0/8': '',
      }),
    );
  });

  test('all of them are taken away and put back', async () => {
    const { subject } = await group();
    const read = async () => {
      const now = (await kit.subjects('aws.ec2.securityGroup', 'us-east-1')).find(
        ({ id }) => id === subject.id,
      );
      return kit.ask('aws.ec2.securityGroup', 'rules', now ?? subject);
    };
    const before = await read();
    if (!before.known) throw new Error(before.message);
    await kit.put('aws.ec2.securityGroup', 'rules', subject, { ingress: {}, egress: {} });
    expect(await read()).toEqual(known({ ingress: {}, egress: {} }));
    await kit.put('aws.ec2.securityGroup', 'rules', subject, before.value);
    expect(await read()).toEqual(before);
  });

  test('what is there already is not written again', async () => {
    const { subject } = await group();
    const is = await kit.ask('aws.ec2.securityGroup', 'ingress', subject);
    if (!is.known) throw new Error(is.message);
    await kit.put('aws.ec2.securityGroup', 'ingress', subject, is.value);
    expect(kit.sent().filter((call) => /Authorize|Revoke/.test(call))).toEqual([]);
  });

  test('a flow log that EC2 did not make is said, though the answer is 200', async () => {
    const ec2 = await sdk('ec2');
    await ec2.createVpc({ CidrBlock: '10.9.0.0/16' });
    const vpc = await kit.only('aws.vpc.vpc', 'us-east-1');
    const log = {
      traffic: 'ALL',
      to: 's3',
      destination: 'arn:aws:s3:::not-there',
      role: null,
      format: null,
      seconds: null,
    };
    await expect(kit.put('aws.vpc.vpc', 'flowLogs', vpc, [log])).rejects.toThrow(/does not exist/);
  });

  test('flow logs to a log group, there and back', async () => {
    const ec2 = await sdk('ec2');
    await (await sdk('logs')).createLogGroup({ logGroupName: 'flow' });
    const vpc = await kit.only('aws.vpc.vpc', 'us-east-1');
    const log = {
      traffic: 'REJECT',
      to: 'cloud-watch-logs',
      destination: 'flow',
      role: 'arn:aws:iam::123456789012:role/flow',
      format: ['version', 'srcaddr'].map((field) => `\${${field}}`).join(' '),
      seconds: 60,
    };
    await kit.put('aws.vpc.vpc', 'flowLogs', vpc, [log]);
    expect(await kit.ask('aws.vpc.vpc', 'flowLogs', vpc)).toEqual(known([log]));
    await kit.put('aws.vpc.vpc', 'flowLogs', vpc, []);
    expect((await ec2.describeFlowLogs({})).FlowLogs).toEqual([]);
  });
});
