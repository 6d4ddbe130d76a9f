import type { ResourceKind, Subject } from '../../../domain/catalog.ts';
import type { Instant } from '../../../domain/finding.ts';
import { fromFacts, fromListing, knownValue } from '../collect.ts';
import { managementAccount, organizationPermissions } from '../organizations/organization.ts';
import type { AwsReader } from '../reader.ts';
import { identities, identityPermissions, type RoleIdentity } from './identities.ts';
import { maxSessionHours } from './role-session.ts';
import { type RoleTrust, trust, trustPolicy } from './role-trust.ts';

export interface Role extends Subject {
  readonly name: string;
  readonly role: RoleIdentity;
}

async function* list(reader: AwsReader): AsyncIterable<Role> {
  const { roles } = await identities(reader);
  for (const role of roles) yield { id: role.arn, region: 'global', name: role.name, role, tags: role.tags };
}

/** Who made the role decides who may change it. */
function ownerOf({ path, name }: RoleIdentity): 'customer' | 'AWS' | 'IAM Identity Center' {
  if (path.startsWith('/aws-service-role/')) return 'AWS';
  return path.startsWith('/aws-reserved/sso.amazonaws.com/') || name.startsWith('AWSReservedSSO_')
    ? 'IAM Identity Center'
    : 'customer';
}

export const role = {
  title: 'IAM role',
  scope: 'global',
  permissions: identityPermissions,
  pattern: ({ id, partition }) => `arn:${partition}:iam::${id}:role/*`,
  list,
  facts: {
    madeBy: fromListing(({ role }: Role) => ownerOf(role)),
    inlinePolicies: fromListing(({ role }: Role): readonly string[] => role.inline.map(({ name }) => name)),
    usedAt: fromListing(({ role }: Role): Instant | null => role.usedAt),
    trustPolicy,
    trust,
    /** Other accounts that may take the role on, but for the one that manages the organization. */
    outsiders: fromFacts(
      ['trust'],
      async (needs, _role: Role, reader) => {
        const { outsiders } = knownValue<RoleTrust>(needs['trust']);
        if (outsiders.length === 0) return [];
        const management = await managementAccount(reader);
        return outsiders.filter(({ account }) => account !== management);
      },
      organizationPermissions,
    ),
    maxSessionHours,
  },
} as const satisfies ResourceKind<Role>;
