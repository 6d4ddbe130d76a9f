import type { NetworkAclEntry } from '@aws-sdk/client-ec2';
import { type AclEntries, type AclEntry, aclEntry, readAclEntry } from '../../../access/index.ts';
import type { Subject } from '../../../domain/catalog.ts';
import { listOf, present } from '../collect.ts';
import type { AwsWriter } from '../writer.ts';
import { idOf } from './named.ts';

/** The last entry, `*`, refuses what none before it took; it is AWS's and cannot be changed. */
const lastNumber = 32_767;

export const entriesFrom = (told: readonly NetworkAclEntry[]): AclEntries =>
  Object.fromEntries(
    told
      .filter(({ RuleNumber }) => present(RuleNumber, 'RuleNumber') < lastNumber)
      .sort((a, b) => Number(a.Egress) - Number(b.Egress) || Number(a.RuleNumber) - Number(b.RuleNumber))
      .map((entry) =>
        aclEntry({
          egress: present(entry.Egress, 'Egress'),
          number: Number(entry.RuleNumber),
          action: present(entry.RuleAction, 'RuleAction') === 'allow' ? 'allow' : 'deny',
          protocol: present(entry.Protocol, 'Protocol'),
          ...portsOf(entry),
          range: present(entry.CidrBlock ?? entry.Ipv6CidrBlock, 'the range of the entry'),
        }),
      ),
  );

const portsOf = ({ PortRange, IcmpTypeCode }: NetworkAclEntry) =>
  IcmpTypeCode?.Type !== undefined
    ? { from: IcmpTypeCode.Type, to: IcmpTypeCode.Code ?? -1 }
    : { from: PortRange?.From ?? null, to: PortRange?.To ?? PortRange?.From ?? null };

interface Change {
  readonly call: 'CreateNetworkAclEntry' | 'ReplaceNetworkAclEntry' | 'DeleteNetworkAclEntry';
  readonly entry: readonly [string, string];
}

/** What is added comes first, so that nobody is shut out between two calls. */
export const entryChanges = (before: AclEntries, after: AclEntries): readonly Change[] => [
  ...Object.entries(after)
    .filter(([name]) => !(name in before))
    .map((entry) => ({ call: 'CreateNetworkAclEntry', entry }) as const),
  ...Object.entries(after)
    .filter(([name, text]) => name in before && before[name] !== text)
    .map((entry) => ({ call: 'ReplaceNetworkAclEntry', entry }) as const),
  ...Object.entries(before)
    .filter(([name]) => !(name in after))
    .map((entry) => ({ call: 'DeleteNetworkAclEntry', entry }) as const),
];

export async function writeEntries(client: AwsWriter, acl: Subject, wanted: AclEntries): Promise<void> {
  const ec2 = await client.service('ec2', acl.region);
  const NetworkAclId = idOf(acl);
  const { NetworkAcls } = await ec2.describeNetworkAcls({ NetworkAclIds: [NetworkAclId] });
  const [told] = listOf(NetworkAcls, 'DescribeNetworkAcls');
  const is = entriesFrom(listOf(told?.Entries, 'DescribeNetworkAcls'));
  for (const { call, entry } of entryChanges(is, wanted)) {
    const { egress: Egress, number: RuleNumber, ...rest } = readAclEntry(entry);
    const where = { NetworkAclId, Egress, RuleNumber };
    if (call === 'DeleteNetworkAclEntry') await ec2.deleteNetworkAclEntry(where);
    else if (call === 'CreateNetworkAclEntry')
      await ec2.createNetworkAclEntry({ ...where, ...settingsOf(rest) });
    else await ec2.replaceNetworkAclEntry({ ...where, ...settingsOf(rest) });
  }
}

function settingsOf({ action, protocol, from, to, range }: Omit<AclEntry, 'egress' | 'number'>) {
  const ports = from === null || to === null ? {} : { PortRange: { From: from, To: to } };
  const icmp = from === null || to === null ? {} : { IcmpTypeCode: { Type: from, Code: to } };
  return {
    RuleAction: action,
    Protocol: protocol,
    ...(range.includes(':') ? { Ipv6CidrBlock: range } : { CidrBlock: range }),
    ...(protocol === '1' || protocol === '58' ? icmp : ports),
  };
}
