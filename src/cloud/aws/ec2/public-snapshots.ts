import { itemsOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';

/** Ids of the account's snapshots that every AWS account may make a volume from: asked once per scan. */
export const publicSnapshots = (reader: AwsReader, region: string): Promise<ReadonlySet<string>> =>
  reader.remember(`ec2:public-snapshots:${region}`, async () => {
    const ec2 = await reader.service('ec2', region);
    const pages = ec2.paginateDescribeSnapshots({
      OwnerIds: ['self'],
      RestorableByUserIds: ['all'],
      MaxResults: 1000,
    });
    const ids = new Set<string>();
    for await (const told of itemsOf(pages, (page) => page.Snapshots, 'DescribeSnapshots'))
      if (told.OwnerId === reader.identity.id) ids.add(present(told.SnapshotId, 'SnapshotId'));
    return ids;
  });
