import type { ResourceKind, Subject } from '../../../domain/catalog.ts';
import { fromListing, itemsOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';

interface Workspace extends Subject {
  readonly encrypted: { readonly root: boolean; readonly user: boolean };
}

const arnOf = ({ id, partition }: { id: string; partition: string }, region: string, workspace: string) =>
  `arn:${partition}:workspaces:${region}:${id}:workspace/${workspace}`;

const going: readonly string[] = ['TERMINATING', 'TERMINATED'];

async function* list(reader: AwsReader, region: string): AsyncIterable<Workspace> {
  const pages = (await reader.service('workSpaces', region)).paginateDescribeWorkspaces({ Limit: 25 });
  for await (const told of itemsOf(pages, (page) => page.Workspaces, 'DescribeWorkspaces')) {
    if (going.includes(told.State ?? '')) continue;
    const name = present(told.WorkspaceId, 'WorkspaceId');
    yield {
      id: arnOf(reader.identity, region, name),
      name,
      region,
      // AWS leaves out what was not asked for when the desktop was made.
      encrypted: {
        root: told.RootVolumeEncryptionEnabled ?? false,
        user: told.UserVolumeEncryptionEnabled ?? false,
      },
    };
  }
}

export const workspace = {
  title: 'WorkSpace',
  scope: 'regional',
  permissions: ['workspaces:DescribeWorkspaces'],
  pattern: (account, region) => arnOf(account, region, '*'),
  list,
  facts: { encrypted: fromListing((of: Workspace) => of.encrypted) },
} as const satisfies ResourceKind<Workspace>;
