import type { IpPermission, SecurityGroup as Told } from '@aws-sdk/client-ec2';
import type { IngressRule } from '../../../access/index.ts';
import type { Tags } from '../../../domain/check.ts';
import { everyOf, itemsOf, listOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { tagsFrom } from '../tagging/region-tags.ts';
import { prefixListPermissions, prefixListRanges } from '../vpc/prefix-list.ts';

export const securityGroupPermissions = ['ec2:DescribeSecurityGroups', ...prefixListPermissions] as const;

/** The ranges of a prefix list, or why they could not be read. */
export type PrefixList = { readonly ranges: readonly string[] } | { readonly unread: unknown };

export interface GroupRules {
  readonly id: string;
  readonly name: string;
  readonly vpc: string | null;
  readonly ingress: readonly IngressRule[];
  /** The prefix lists that its rules name, by id. */
  readonly lists: ReadonlyMap<string, PrefixList>;
  /** As EC2 told it. */
  readonly told: Told;
  readonly tags: Tags;
}

/** Every security group of the region, by id: asked once per scan, for the groups themselves and for what stands behind them. */
export const securityGroups = (reader: AwsReader, region: string): Promise<ReadonlyMap<string, GroupRules>> =>
  reader.remember(`ec2:DescribeSecurityGroups:${region}`, async () => {
    const ec2 = await reader.service('ec2', region);
    const pages = ec2.paginateDescribeSecurityGroups({ MaxResults: 1000 });
    const all = await everyOf(itemsOf(pages, (page) => page.SecurityGroups, 'DescribeSecurityGroups'));
    const ids = new Set(all.flatMap(({ IpPermissions }) => (IpPermissions ?? []).flatMap(listIds)));
    const read = [...ids].map(async (id) => [id, await listOrWhy(reader, region, id)] as const);
    const lists = new Map(await Promise.all(read));
    return new Map(all.map((told) => [present(told.GroupId, 'GroupId'), rulesOf(told, lists)]));
  });

const listIds = ({ PrefixListIds }: IpPermission): readonly string[] =>
  (PrefixListIds ?? []).map(({ PrefixListId }) => present(PrefixListId, 'PrefixListId'));

/** One list that cannot be read leaves the groups that do not name it known. */
const listOrWhy = (reader: AwsReader, region: string, id: string): Promise<PrefixList> =>
  prefixListRanges(reader, region, id).then(
    (ranges) => ({ ranges }),
    (unread: unknown) => ({ unread }),
  );

const rulesOf = (told: Told, all: ReadonlyMap<string, PrefixList>): GroupRules => {
  const rules = listOf(told.IpPermissions, 'DescribeSecurityGroups');
  return {
    id: present(told.GroupId, 'GroupId'),
    name: told.GroupName ?? '',
    vpc: told.VpcId ?? null,
    ingress: rules.map((rule) => ruleOf(rule, all)),
    lists: new Map(rules.flatMap(listIds).flatMap((id) => pair(id, all.get(id)))),
    told,
    tags: tagsFrom(told.Tags),
  };
};

const pair = (id: string, list: PrefixList | undefined): readonly (readonly [string, PrefixList])[] =>
  list ? [[id, list]] : [];

function ruleOf(rule: IpPermission, all: ReadonlyMap<string, PrefixList>): IngressRule {
  const lists = listIds(rule).flatMap((id) => all.get(id) ?? []);
  const unread = lists.find((list) => 'unread' in list);
  return {
    protocol: present(rule.IpProtocol, 'IpProtocol'),
    from: rule.FromPort ?? null,
    to: rule.ToPort ?? null,
    ranges: [
      ...(rule.IpRanges ?? []).map(({ CidrIp }) => CidrIp ?? ''),
      ...(rule.Ipv6Ranges ?? []).map(({ CidrIpv6 }) => CidrIpv6 ?? ''),
      ...lists.flatMap((list) => ('ranges' in list ? list.ranges : [])),
    ],
    ...(unread && 'unread' in unread && { unread: unread.unread }),
  };
}
