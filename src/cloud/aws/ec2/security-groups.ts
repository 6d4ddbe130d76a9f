import type { SecurityGroup as Told } from '@aws-sdk/client-ec2';
import type { IngressRule } from '../../../access/index.ts';
import type { Tags } from '../../../domain/check.ts';
import { everyOf, itemsOf, listOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { tagsFrom } from '../tagging/region-tags.ts';

export const securityGroupPermissions = ['ec2:DescribeSecurityGroups'] as const;

export interface GroupRules {
  readonly id: string;
  readonly name: string;
  readonly vpc: string | null;
  readonly ingress: readonly IngressRule[];
  /** As EC2 told it, for writing: rules are revoked as they stand. */
  readonly told: Told;
  readonly tags: Tags;
}

/** Every security group of the region, by id: asked once per scan, for the groups themselves and for what stands behind them. */
export const securityGroups = (reader: AwsReader, region: string): Promise<ReadonlyMap<string, GroupRules>> =>
  reader.remember(`ec2:DescribeSecurityGroups:${region}`, async () => {
    const ec2 = await reader.service('ec2', region);
    const pages = ec2.paginateDescribeSecurityGroups({ MaxResults: 1000 });
    const all = await everyOf(itemsOf(pages, (page) => page.SecurityGroups, 'DescribeSecurityGroups'));
    return new Map(all.map((told) => [present(told.GroupId, 'GroupId'), rulesOf(told)]));
  });

const rulesOf = (told: Told): GroupRules => ({
  id: present(told.GroupId, 'GroupId'),
  name: told.GroupName ?? '',
  vpc: told.VpcId ?? null,
  ingress: listOf(told.IpPermissions, 'DescribeSecurityGroups').map((rule) => ({
    protocol: present(rule.IpProtocol, 'IpProtocol'),
    from: rule.FromPort ?? null,
    to: rule.ToPort ?? null,
    ranges: [
      ...(rule.IpRanges ?? []).map(({ CidrIp }) => CidrIp ?? ''),
      ...(rule.Ipv6Ranges ?? []).map(({ CidrIpv6 }) => CidrIpv6 ?? ''),
    ],
  })),
  told,
  tags: tagsFrom(told.Tags),
});
