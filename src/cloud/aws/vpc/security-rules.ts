import type { IpPermission } from '@aws-sdk/client-ec2';
import { readRule, ruleText, type SecurityRules } from '../../../access/index.ts';
import type { Subject } from '../../../domain/catalog.ts';
import { listOf, present } from '../collect.ts';
import type { AwsWriter } from '../writer.ts';
import { idOf } from './named.ts';

/** EC2 keeps what shares its ports together; here each rule is one, as it is authorised and revoked. */
export const rulesFrom = (permissions: readonly IpPermission[]): SecurityRules =>
  Object.fromEntries(
    permissions
      .flatMap((permission) => {
        const from = permission.FromPort ?? null;
        const ports = {
          protocol: present(permission.IpProtocol, 'IpProtocol'),
          from,
          to: permission.ToPort ?? from,
        };
        const rule = (source: string, description: string | undefined) =>
          [ruleText({ ...ports, source }), description ?? ''] as const;
        return [
          ...(permission.IpRanges ?? []).map((r) => rule(present(r.CidrIp, 'CidrIp'), r.Description)),
          ...(permission.Ipv6Ranges ?? []).map((r) => rule(present(r.CidrIpv6, 'CidrIpv6'), r.Description)),
          ...(permission.PrefixListIds ?? []).map((r) =>
            rule(present(r.PrefixListId, 'PrefixListId'), r.Description),
          ),
          ...(permission.UserIdGroupPairs ?? []).map((r) =>
            // EC2 tells no account of a group in another VPC that is deleted.
            rule(`${r.UserId ?? ''}/${present(r.GroupId, 'GroupId')}`, r.Description),
          ),
        ];
      })
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

function permissionOf(text: string, description = ''): IpPermission {
  const { protocol, from, to, source } = readRule(text);
  const said = description === '' ? {} : { Description: description };
  const [account = '', group] = source.split('/sg-');
  return {
    IpProtocol: protocol,
    ...(from !== null && { FromPort: from }),
    ...(to !== null && { ToPort: to }),
    ...(source.startsWith('pl-')
      ? { PrefixListIds: [{ PrefixListId: source, ...said }] }
      : group !== undefined
        ? { UserIdGroupPairs: [{ ...(account && { UserId: account }), GroupId: `sg-${group}`, ...said }] }
        : source.includes(':')
          ? { Ipv6Ranges: [{ CidrIpv6: source, ...said }] }
          : { IpRanges: [{ CidrIp: source, ...said }] }),
  };
}

/** Rules of the one that the other has not. A description alone is no other rule: EC2 would refuse it as there already. */
const beyond = (some: SecurityRules, others: SecurityRules): readonly string[] =>
  Object.keys(some).filter((rule) => !(rule in others));

export const changedBy = (
  way: 'Ingress' | 'Egress',
  before: SecurityRules,
  after: SecurityRules,
): readonly string[] => [
  ...(beyond(after, before).length > 0 ? [`AuthorizeSecurityGroup${way}`] : []),
  ...(beyond(before, after).length > 0 ? [`RevokeSecurityGroup${way}`] : []),
];

/** Only what differs from what is there: first what is added, so that nobody is shut out between the two calls. */
export async function writeRules(
  client: AwsWriter,
  subject: Subject,
  wanted: { readonly ingress: SecurityRules; readonly egress?: SecurityRules },
): Promise<void> {
  const ec2 = await client.service('ec2', subject.region);
  const GroupId = idOf(subject);
  const { SecurityGroups } = await ec2.describeSecurityGroups({ GroupIds: [GroupId] });
  const [group] = listOf(SecurityGroups, 'DescribeSecurityGroups');
  const told = present(group, GroupId);
  const isIn = rulesFrom(listOf(told.IpPermissions, 'DescribeSecurityGroups'));
  const { more, less } = change(isIn, wanted.ingress);
  if (more.length > 0) await ec2.authorizeSecurityGroupIngress({ GroupId, IpPermissions: more });
  if (less.length > 0) await ec2.revokeSecurityGroupIngress({ GroupId, IpPermissions: less });
  if (wanted.egress === undefined) return;
  const isOut = rulesFrom(listOf(told.IpPermissionsEgress, 'DescribeSecurityGroups'));
  const out = change(isOut, wanted.egress);
  if (out.more.length > 0) await ec2.authorizeSecurityGroupEgress({ GroupId, IpPermissions: out.more });
  if (out.less.length > 0) await ec2.revokeSecurityGroupEgress({ GroupId, IpPermissions: out.less });
}

const change = (is: SecurityRules, wanted: SecurityRules) => ({
  more: beyond(wanted, is).map((rule) => permissionOf(rule, wanted[rule])),
  // Revoked by what makes the rule: EC2 compares no descriptions.
  less: beyond(is, wanted).map((rule) => permissionOf(rule)),
});
