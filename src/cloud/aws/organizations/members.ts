import type { Organizations, Account as Told } from '@aws-sdk/client-organizations';
import type { Tags } from '../../../domain/check.ts';
import type { Account } from '../../../domain/provider.ts';
import { classify } from '../classify.ts';
import { everyOf, itemsOf, present } from '../collect.ts';
import { tagsFrom } from '../tagging/region-tags.ts';
import { isActive } from './organization.ts';

/** Which accounts of an organization are scanned, and how each is opened. */
export interface OrganizationSettings {
  /** Name of the role that is assumed in each account: the same everywhere, as a StackSet makes it. */
  readonly role: string;
  readonly externalId?: string | undefined;
  readonly profile?: string | undefined;
  /** ARN of a role of the management account, or of a delegated administrator, by which accounts are listed. */
  readonly listRole?: string | undefined;
  readonly listExternalId?: string | undefined;
  /** Organizational units, with all below them; none means the whole organization. */
  readonly ous: readonly string[];
  /** Tags that an account must carry, each with one of the values. */
  readonly tags: Readonly<Record<string, readonly string[]>>;
  readonly exclude: {
    readonly accounts: readonly string[];
    readonly ous: readonly string[];
    readonly tags: Readonly<Record<string, readonly string[]>>;
  };
  /** Tag keys of accounts that tell the owner and the environment. */
  readonly ownerTag?: string | undefined;
  readonly environmentTag?: string | undefined;
  readonly remediation?:
    | { readonly role: string; readonly externalId?: string | undefined; readonly sessionPolicy?: boolean }
    | undefined;
}

/** IAM actions of the discovery; they are asked in the management account or by a delegated administrator. */
export const memberPermissions = ({ ous, exclude, ...rest }: OrganizationSettings): readonly string[] => [
  'organizations:ListAccounts',
  ...(ous.length + exclude.ous.length > 0
    ? ['organizations:ListAccountsForParent', 'organizations:ListOrganizationalUnitsForParent']
    : []),
  ...(wantsTags({ ous, exclude, ...rest }) ? ['organizations:ListTagsForResource'] : []),
];

const wantsTags = ({ tags, exclude, ownerTag, environmentTag }: OrganizationSettings): boolean =>
  ownerTag !== undefined ||
  environmentTag !== undefined ||
  Object.keys(tags).length + Object.keys(exclude.tags).length > 0;

/** Every account of the unit and of all below it. */
async function* accountsBelow(client: Organizations, ParentId: string): AsyncIterable<Told> {
  yield* itemsOf(
    client.paginateListAccountsForParent({ ParentId }),
    (page) => page.Accounts,
    'ListAccountsForParent',
  );
  for await (const { Id } of itemsOf(
    client.paginateListOrganizationalUnitsForParent({ ParentId }),
    (page) => page.OrganizationalUnits,
    'ListOrganizationalUnitsForParent',
  ))
    yield* accountsBelow(client, present(Id, 'the unit'));
}

async function* inUnits(client: Organizations, ous: readonly string[]): AsyncIterable<Told> {
  for (const ou of ous) yield* accountsBelow(client, ou);
}

/** Beyond the units that are scanned: a role there which trusts its own organization's audit account trusts no stranger. */
async function everyId(client: Organizations): Promise<readonly string[]> {
  const pages = client.paginateListAccounts({});
  const all = await everyOf(itemsOf(pages, (page) => page.Accounts, 'ListAccounts')).catch((error) => {
    // Whom to scan is known without it.
    if (classify(error).reason === 'denied') return [];
    throw error;
  });
  return all.map(({ Id }) => present(Id, 'the account'));
}

async function tagsOf(client: Organizations, ResourceId: string): Promise<Tags> {
  const pages = client.paginateListTagsForResource({ ResourceId });
  return tagsFrom(await everyOf(itemsOf(pages, (page) => page.Tags, 'ListTagsForResource')));
}

const carries = (tags: Tags, key: string, values: readonly string[]): boolean =>
  values.includes(tags[key] ?? '');

export interface Members {
  readonly scanned: readonly Account[];
  /** Ids of others that the listings named: left out, suspended or closed, and of the same owner all the same. */
  readonly others: readonly string[];
}

/**
 * The accounts of the organization that the settings ask for, as accounts to scan. Only active ones: a suspended or
 * closed account lets no role be assumed. Throws where any part of the answer is missing, so that a short list is never taken for all.
 */
export async function membersOf(
  client: Organizations,
  settings: OrganizationSettings,
  partition: string,
): Promise<Members> {
  const { ous, tags: wanted, exclude } = settings;
  const listed =
    ous.length > 0
      ? inUnits(client, ous)
      : itemsOf(client.paginateListAccounts({}), (page) => page.Accounts, 'ListAccounts');
  const left = new Set(exclude.accounts);
  for await (const { Id } of inUnits(client, exclude.ous)) left.add(present(Id, 'the account'));
  const byId = new Map<string, Account>();
  const others = new Set([...left, ...(ous.length > 0 ? await everyId(client) : [])]);
  const names = new Set<string>();
  // The eldest keeps a name that a younger one takes too: alerts and digests are sent by it.
  for (const told of (await everyOf(listed)).toSorted((a, b) => joined(a) - joined(b))) {
    const id = present(told.Id, 'the account');
    if (byId.has(id)) continue;
    others.add(id);
    if (left.has(id) || !isActive(told)) continue;
    const tags = wantsTags(settings) ? await tagsOf(client, id) : {};
    if (!Object.entries(wanted).every(([key, values]) => carries(tags, key, values))) continue;
    if (Object.entries(exclude.tags).some(([key, values]) => carries(tags, key, values))) continue;
    // Two accounts of one name would be one to people: the second is told by its number too.
    const plain = told.Name || id;
    const name = names.has(plain) ? `${plain} (${id})` : plain;
    names.add(name);
    byId.set(id, memberFrom(settings, { id, name, tags, partition }));
    others.delete(id);
  }
  return { scanned: [...byId.values()], others: [...others] };
}

const joined = ({ JoinedTimestamp }: Told): number => JoinedTimestamp?.getTime() ?? 0;

function memberFrom(
  settings: OrganizationSettings,
  { id, name, tags, partition }: { id: string; name: string; tags: Tags; partition: string },
): Account {
  const { role, externalId, profile, ownerTag, environmentTag, remediation } = settings;
  const roleArn = (named: string) => `arn:${partition}:iam::${id}:role/${named}`;
  // A tag may be there and say nothing.
  const told = (key: string | undefined) => (key === undefined ? '' : (tags[key] ?? '').trim());
  const owner = told(ownerTag);
  const environment = told(environmentTag).toLowerCase();
  return {
    id,
    name,
    role: roleArn(role),
    ...(externalId === undefined ? {} : { externalId }),
    ...(profile === undefined ? {} : { profile }),
    ...(owner === '' ? {} : { owner }),
    ...(environment === '' ? {} : { environment }),
    ...(remediation === undefined
      ? {}
      : {
          remediation: {
            role: roleArn(remediation.role),
            ...(remediation.externalId === undefined ? {} : { externalId: remediation.externalId }),
            ...(remediation.sessionPolicy === undefined ? {} : { sessionPolicy: remediation.sessionPolicy }),
          },
        }),
  };
}
