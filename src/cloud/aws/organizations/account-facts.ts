import type { Subject } from '../../../domain/catalog.ts';
import { fromAccount, fromFacts, knownValue } from '../collect.ts';
import { billedServices } from './billed-services.ts';
import { aiOptOutFrom, effectivePolicy, tagKeysFrom } from './effective-policies.ts';
import { type Organization, organizationOf, organizationPermissions, otherMembers } from './organization.ts';
import { taggedServices, tagValues } from './tagged-services.ts';

const permissions = ['organizations:DescribeEffectivePolicy'] as const;

/** What it says of the account as a whole; spread into the kind `aws.account`. */
export const organizationsAccountFacts = {
  /** `null`: the account is in no organization. */
  organization: fromAccount(organizationPermissions, (reader, _account: Subject) => organizationOf(reader)),
  /** `null`: only the management account may ask. */
  otherMembers: fromFacts(
    ['organization'],
    async ({ organization }, _account: Subject, reader) => {
      const of = knownValue<Organization | null>(organization);
      return of === null ? [] : otherMembers(reader);
    },
    ['organizations:ListAccounts'],
  ),
  aiOptOut: fromAccount(permissions, async (reader, _account: Subject) => {
    const told = await effectivePolicy(reader, 'AISERVICES_OPT_OUT_POLICY');
    if (!told.organization) return { organization: false as const };
    return { organization: true as const, choice: told.policy && aiOptOutFrom(told.policy) };
  }),
  /** `null`: no tag policy holds for the account. */
  tagPolicy: fromAccount(permissions, async (reader, _account: Subject) => {
    const told = await effectivePolicy(reader, 'TAG_POLICY');
    if (!told.organization) return { organization: false as const };
    return { organization: true as const, keys: told.policy && tagKeysFrom(told.policy) };
  }),
  taggedServices,
  tagValues,
  billedServices,
} as const;
