import type { ResourceKind } from '../../../domain/catalog.ts';
import { fromListing, itemsOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { tagsFrom } from '../tagging/region-tags.ts';
import { nameOf } from './name-of.ts';
import { openToAll, type Snapshot, sharedWithAll } from './snapshot-sharing.ts';

/** The ARN has no account in it: IAM knows snapshots and images so. */
const arnOf = ({ partition }: { partition: string }, region: string, id: string): string =>
  `arn:${partition}:ec2:${region}::snapshot/${id}`;

async function* list(reader: AwsReader, region: string): AsyncIterable<Snapshot> {
  const ec2 = await reader.service('ec2', region);
  const pages = ec2.paginateDescribeSnapshots({ OwnerIds: ['self'], MaxResults: 1000 });
  for await (const told of itemsOf(pages, (page) => page.Snapshots, 'DescribeSnapshots')) {
    if (present(told.OwnerId, 'OwnerId') !== reader.identity.id || told.State === 'error') continue;
    const snapshotId = present(told.SnapshotId, 'SnapshotId');
    const tags = tagsFrom(told.Tags);
    yield {
      id: arnOf(reader.identity, region, snapshotId),
      name: nameOf(tags, snapshotId),
      region,
      tags,
      snapshotId,
      encrypted: present(told.Encrypted, 'Encrypted'),
    };
  }
}

export const snapshot = {
  title: 'EBS snapshot',
  scope: 'regional',
  permissions: ['ec2:DescribeSnapshots'],
  pattern: (identity, region) => arnOf(identity, region, '*'),
  list,
  facts: {
    encrypted: fromListing(({ encrypted }: Snapshot) => encrypted),
    sharedWithAll,
    openToAll,
  },
} as const satisfies ResourceKind<Snapshot>;
