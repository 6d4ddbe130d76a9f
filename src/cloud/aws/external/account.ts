import type { ResourceKind, Subject } from '../../../domain/catalog.ts';
import { CloudError } from '../../../domain/errors.ts';
import { fromAccount, fromListing } from '../collect.ts';
import { identities, identityPermissions } from '../iam/identities.ts';
import { trustIn } from '../iam/role-trust.ts';
import { managementAccount, organizationPermissions } from '../organizations/organization.ts';
import type { AwsReader } from '../reader.ts';
import { isOfAws } from './aws-accounts.ts';

export interface ExternalAccount extends Subject {
  readonly name: string;
  readonly trustedBy: readonly string[];
}

/** Accounts that some role lets in. Bucket policies are asked bucket by bucket, where they are read anyway. */
async function* list(reader: AwsReader): AsyncIterable<ExternalAccount> {
  const { roles } = await identities(reader);
  const byAccount = new Map<string, Set<string>>();
  const unread: string[] = [];
  for (const role of roles) {
    try {
      for (const { account } of trustIn(role).outsiders)
        byAccount.set(account, (byAccount.get(account) ?? new Set()).add(role.name));
    } catch (error) {
      if (!(error instanceof CloudError)) throw error;
      unread.push(role.name);
    }
  }
  for (const [account, trusting] of byAccount)
    if (!isOfAws(account))
      yield {
        id: `arn:${reader.identity.partition}:iam::${account}:root`,
        region: 'global',
        name: account,
        trustedBy: [...trusting].sort(),
      };
  if (unread.length > 0)
    throw new CloudError('unsupported', `the trust policy of ${unread.join(', ')} was not understood`);
}

/** Somebody else's account that roles here let in. */
export const externalAccount = {
  title: 'Outside AWS account',
  scope: 'global',
  permissions: identityPermissions,
  pattern: ({ partition }) => `arn:${partition}:iam::*:root`,
  list,
  facts: {
    id: fromListing(({ name }: ExternalAccount) => name),
    trustedBy: fromListing(({ trustedBy }: ExternalAccount) => trustedBy),
    /** It manages the organization that this account is in. */
    managesUs: fromAccount(
      organizationPermissions,
      async (reader, { name }: ExternalAccount) => (await managementAccount(reader)) === name,
    ),
  },
} as const satisfies ResourceKind<ExternalAccount>;
