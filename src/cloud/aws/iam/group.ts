import type { ResourceKind, Subject } from '../../../domain/catalog.ts';
import { fromListing } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { identities, identityPermissions } from './identities.ts';

export interface Group extends Subject {
  readonly name: string;
  readonly members: number;
  readonly inlinePolicies: readonly string[];
}

async function* list(reader: AwsReader): AsyncIterable<Group> {
  const { groups, users } = await identities(reader);
  const members = Map.groupBy(
    users.flatMap((user) => user.groups),
    (name) => name,
  );
  for (const { arn, name, inline } of groups)
    yield {
      id: arn,
      region: 'global',
      name,
      members: members.get(name)?.length ?? 0,
      inlinePolicies: inline.map((policy) => policy.name),
    };
}

export const group = {
  title: 'IAM group',
  scope: 'global',
  permissions: identityPermissions,
  pattern: ({ id, partition }) => `arn:${partition}:iam::${id}:group/*`,
  list,
  facts: {
    members: fromListing(({ members }: Group) => members),
    inlinePolicies: fromListing(({ inlinePolicies }: Group) => inlinePolicies),
  },
} as const satisfies ResourceKind<Group>;
