import type { NetworkAcl as Told } from '@aws-sdk/client-ec2';
import { type AclEntries, openEntries, saysOpen } from '../../../access/index.ts';
import type { ResourceKind } from '../../../domain/catalog.ts';
import { fromFacts, fromListing, itemsOf, knownValue, listOf, present, settable } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { entriesFrom, entryChanges, writeEntries } from './acl-entries.ts';
import { type Piece, pieceOf, sharedBy } from './named.ts';

interface NetworkAcl extends Piece {
  readonly entries: AclEntries;
  readonly subnets: readonly string[];
}

async function* list(reader: AwsReader, region: string): AsyncIterable<NetworkAcl> {
  const pages = (await reader.service('ec2', region)).paginateDescribeNetworkAcls({ MaxResults: 1000 });
  for await (const told of itemsOf(pages, (page) => page.NetworkAcls, 'DescribeNetworkAcls'))
    yield subjectOf(reader, region, told);
}

function subjectOf(reader: AwsReader, region: string, told: Told): NetworkAcl {
  return {
    ...pieceOf(reader, region, 'network-acl', present(told.NetworkAclId, 'NetworkAclId'), told),
    entries: entriesFrom(listOf(told.Entries, 'DescribeNetworkAcls')),
    subnets: listOf(told.Associations, 'DescribeNetworkAcls').flatMap(({ SubnetId }) => SubnetId ?? []),
  };
}

const entries = settable(
  fromListing((acl: NetworkAcl): AclEntries => acl.entries),
  {
    permissions: [
      'ec2:DescribeNetworkAcls',
      'ec2:CreateNetworkAclEntry',
      'ec2:ReplaceNetworkAclEntry',
      'ec2:DeleteNetworkAclEntry',
    ],
    resources: ({ id }) => [id],
    calls: ({ before, after }) => entryChanges(before, after).map(({ call }) => call),
    put: writeEntries,
  },
);

/** By which entries the internet comes in on every port. */
const open = fromFacts(['entries'], (needs, _acl: NetworkAcl): readonly string[] =>
  openEntries(knownValue<AclEntries>(needs['entries'])).map(
    ({ number, door }) => `entry ${number} admits ${saysOpen(door)}`,
  ),
);

export const networkAcl = {
  title: 'Network ACL',
  scope: 'regional',
  permissions: ['ec2:DescribeNetworkAcls'],
  pattern: ({ id, partition }, region) => `arn:${partition}:ec2:${region}:${id}:network-acl/*`,
  list,
  facts: {
    sharedBy,
    entries,
    openEntries: open,
    subnets: fromListing((acl: NetworkAcl) => acl.subnets),
  },
} as const satisfies ResourceKind<NetworkAcl>;
