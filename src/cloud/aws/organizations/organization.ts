import type { Account } from '@aws-sdk/client-organizations';
import { itemsOf, orNone, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';

export interface Organization {
  readonly arn: string;
  readonly managementAccount: string;
}

export const organizationPermissions = ['organizations:DescribeOrganization'] as const;

/** AWS's way to say that the account is in no organization. */
export const notInUse = 'AWSOrganizationsNotInUseException';

const home = 'us-east-1';

/** The organization that the account is in, which every member may ask for; `null`: it is in none. */
export const organizationOf = (reader: AwsReader): Promise<Organization | null> =>
  reader.remember('organizations:DescribeOrganization', async () => {
    const client = await reader.service('organizations', home);
    const answer = await orNone(client.describeOrganization({}), notInUse);
    if (answer === null) return null;
    const { Arn, MasterAccountId } = present(answer.Organization, 'the organization');
    return {
      arn: present(Arn, 'the organization ARN'),
      managementAccount: present(MasterAccountId, 'the management account'),
    };
  });

/** The account that manages the organization, which is no stranger to its members. */
export const managementAccount = async (reader: AwsReader): Promise<string | null> =>
  (await organizationOf(reader))?.managementAccount ?? null;

/** AWS retired `Status` in September 2026; where neither is told, nobody knows. */
export const isActive = ({ State, Status }: Pick<Account, 'State' | 'Status'>): boolean =>
  present(State ?? Status, "the account's state") === 'ACTIVE';

/** The other accounts of the organization that are in use; `null`: only the management account may ask. */
export async function otherMembers(reader: AwsReader): Promise<readonly string[] | null> {
  const organization = await organizationOf(reader);
  if (organization === null) return [];
  if (organization.managementAccount !== reader.identity.id) return null;
  const client = await reader.service('organizations', home);
  const pages = client.paginateListAccounts({});
  const ids: string[] = [];
  for await (const told of itemsOf(pages, (page) => page.Accounts, 'ListAccounts')) {
    const id = present(told.Id, 'the account id');
    if (id !== reader.identity.id && isActive(told)) ids.push(id);
  }
  return ids;
}
