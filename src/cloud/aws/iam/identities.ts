import {
  type GroupDetail,
  type PolicyDetail,
  paginateGetAccountAuthorizationDetails,
  type RoleDetail,
  type UserDetail,
} from '@aws-sdk/client-iam';
import type { Tags } from '../../../domain/check.ts';
import type { Instant } from '../../../domain/finding.ts';
import { listOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { tagsFrom } from '../tagging/region-tags.ts';

export interface InlineDocument {
  readonly name: string;
  /** As IAM stores it, percent-encoded. */
  readonly document: string;
}

interface Identity {
  readonly arn: string;
  readonly name: string;
  readonly inline: readonly InlineDocument[];
}

export interface UserIdentity extends Identity {
  readonly groups: readonly string[];
  readonly managed: readonly string[];
  readonly tags: Tags;
}

export interface RoleIdentity extends Identity {
  readonly path: string;
  /** Its trust policy, percent-encoded. */
  readonly trust: string;
  /** `null`: not within the 400 days of which AWS keeps note. */
  readonly usedAt: Instant | null;
  readonly tags: Tags;
}

export interface Identities {
  readonly users: readonly UserIdentity[];
  readonly groups: readonly Identity[];
  readonly roles: readonly RoleIdentity[];
}

const operation = 'GetAccountAuthorizationDetails';
export const identityPermissions = ['iam:GetAccountAuthorizationDetails'] as const;

/**
 * Every user, group and role with its own policies: some hundred in a call, where each would take four. Kept for the scan,
 * since several kinds are read from it.
 */
export const identities = (reader: AwsReader): Promise<Identities> =>
  reader.remember('iam:GetAccountAuthorizationDetails:identities', async () => {
    const users: UserIdentity[] = [];
    const groups: Identity[] = [];
    const roles: RoleIdentity[] = [];
    const pages = paginateGetAccountAuthorizationDetails(
      { client: reader.iam(), pageSize: 1000 },
      { Filter: ['User', 'Group', 'Role'] },
    );
    for await (const page of pages) {
      users.push(...listOf(page.UserDetailList, operation).map(userFrom));
      groups.push(...listOf(page.GroupDetailList, operation).map(groupFrom));
      roles.push(...listOf(page.RoleDetailList, operation).map(roleFrom));
    }
    return { users, groups, roles };
  });

/** IAM leaves the list out where a user has none. */
const inlineFrom = (told: readonly PolicyDetail[] | undefined): readonly InlineDocument[] =>
  (told ?? []).map(({ PolicyName, PolicyDocument }) => ({
    name: present(PolicyName, 'the policy name'),
    document: present(PolicyDocument, "the policy's document"),
  }));

const identityFrom = (arn: string | undefined, name: string | undefined) => ({
  arn: present(arn, 'the ARN'),
  name: present(name, 'the name'),
});

const userFrom = (told: UserDetail): UserIdentity => ({
  ...identityFrom(told.Arn, told.UserName),
  inline: inlineFrom(told.UserPolicyList),
  groups: listOf(told.GroupList, operation),
  managed: listOf(told.AttachedManagedPolicies, operation).map(({ PolicyName }) => PolicyName ?? ''),
  tags: tagsFrom(told.Tags),
});

const groupFrom = (told: GroupDetail): Identity => ({
  ...identityFrom(told.Arn, told.GroupName),
  inline: inlineFrom(told.GroupPolicyList),
});

const roleFrom = (told: RoleDetail): RoleIdentity => ({
  ...identityFrom(told.Arn, told.RoleName),
  path: present(told.Path, "the role's path"),
  inline: inlineFrom(told.RolePolicyList),
  trust: present(told.AssumeRolePolicyDocument, 'the trust policy'),
  usedAt: told.RoleLastUsed?.LastUsedDate?.toISOString() ?? null,
  tags: tagsFrom(told.Tags),
});
