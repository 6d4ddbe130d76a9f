import type { Subject } from '../../../domain/catalog.ts';
import type { Tags } from '../../../domain/check.ts';
import { fromAccount, fromFacts, knownValue, settable } from '../collect.ts';
import { publicSnapshots } from './public-snapshots.ts';
import { blockPermissions, snapshotBlockOf } from './snapshot-block.ts';

export interface Snapshot extends Subject {
  readonly snapshotId: string;
  readonly tags: Tags;
  readonly encrypted: boolean;
}

/** Whether the group `all` may make volumes from it. Other accounts that are named there are left as they are. */
export const sharedWithAll = settable(
  fromAccount(
    ['ec2:DescribeSnapshots'],
    async (reader, { region, snapshotId }: Snapshot): Promise<boolean> =>
      (await publicSnapshots(reader, region)).has(snapshotId),
  ),
  {
    permissions: ['ec2:ModifySnapshotAttribute'],
    calls: () => ['ModifySnapshotAttribute'],
    async put(client, { region, snapshotId: SnapshotId }, shared) {
      const ec2 = await client.service('ec2', region);
      await ec2.modifySnapshotAttribute({
        SnapshotId,
        Attribute: 'createVolumePermission',
        OperationType: shared ? 'add' : 'remove',
        GroupNames: ['all'],
      });
    },
  },
);

/** Shared with everybody, and the region's block does not stand before it: only asked where it is shared. */
export const openToAll = fromFacts(
  ['sharedWithAll'],
  async (needs, { region }: Snapshot, reader): Promise<boolean> =>
    knownValue<boolean>(needs['sharedWithAll']) &&
    (await snapshotBlockOf(reader, region)).state !== 'block-all-sharing',
  blockPermissions,
);
