import type { DescribeDocumentPermissionCommandOutput, SSM } from '@aws-sdk/client-ssm';
import type { ResourceKind, Subject } from '../../../domain/catalog.ts';
import { fromCall, itemsOf, listOf, present, settable } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { tagsFrom } from '../tagging/region-tags.ts';

async function* list(reader: AwsReader, region: string): AsyncIterable<Subject> {
  const ssm = await reader.service('ssm', region);
  const { id, partition } = reader.identity;
  const pages = ssm.paginateListDocuments({ Filters: [{ Key: 'Owner', Values: ['Self'] }], MaxResults: 50 });
  for await (const told of itemsOf(pages, (page) => page.DocumentIdentifiers, 'ListDocuments')) {
    const name = present(told.Name, 'the document name');
    const arn = `arn:${partition}:ssm:${region}:${id}:document/${name}`;
    yield { id: arn, region, name, tags: tagsFrom(told.Tags) };
  }
}

/** Whom a document is shared with, by account id (`all`: everyone), and which version; `null`: the default one. */
type Shared = { readonly [account: string]: string | null };

async function sharedWith(ssm: SSM, Name: string): Promise<Shared> {
  const shared: Record<string, string | null> = {};
  let NextToken: string | undefined;
  do {
    const page: DescribeDocumentPermissionCommandOutput = await ssm.describeDocumentPermission({
      Name,
      PermissionType: 'Share',
      ...(NextToken && { NextToken }),
    });
    for (const account of listOf(page.AccountIds, 'DescribeDocumentPermission')) shared[account] = null;
    for (const { AccountId, SharedDocumentVersion } of page.AccountSharingInfoList ?? [])
      if (AccountId) shared[AccountId] = SharedDocumentVersion ?? null;
    NextToken = page.NextToken;
  } while (NextToken);
  return shared;
}

/** Accounts to let in, by version, and accounts to shut out. */
function difference(from: Shared, to: Shared) {
  const changed = (a: Shared, b: Shared) => Object.keys(a).filter((account) => a[account] !== b[account]);
  const added = changed(to, from);
  return {
    removed: changed(from, to),
    added: Map.groupBy(added, (account) => to[account] ?? null),
  };
}

/** What one call takes. */
const most = 20;
const chunks = (accounts: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(accounts.length / most) }, (_, i) =>
    accounts.slice(i * most, (i + 1) * most),
  );

export const document = {
  title: 'Systems Manager document',
  scope: 'regional',
  permissions: ['ssm:ListDocuments'],
  pattern: ({ id, partition }, region) => `arn:${partition}:ssm:${region}:${id}:document/*`,
  list,
  facts: {
    sharedWith: settable(
      fromCall(['ssm:DescribeDocumentPermission'], async (reader, { name = '', region }: Subject) =>
        sharedWith(await reader.service('ssm', region), name),
      ),
      {
        permissions: ['ssm:DescribeDocumentPermission', 'ssm:ModifyDocumentPermission'],
        calls: () => ['ModifyDocumentPermission'],
        async put(client, { name: Name = '', region }, value) {
          const ssm = await client.service('ssm', region);
          const { removed, added } = difference(await sharedWith(ssm, Name), value);
          const modify = { Name, PermissionType: 'Share' as const };
          for (const accounts of chunks(removed))
            await ssm.modifyDocumentPermission({ ...modify, AccountIdsToRemove: [...accounts] });
          for (const [version, of] of added)
            for (const accounts of chunks(of))
              await ssm.modifyDocumentPermission({
                ...modify,
                AccountIdsToAdd: [...accounts],
                ...(version !== null && { SharedDocumentVersion: version }),
              });
        },
      },
    ),
  },
} as const satisfies ResourceKind<Subject>;
