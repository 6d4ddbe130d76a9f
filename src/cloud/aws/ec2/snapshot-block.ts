import type { SnapshotBlockPublicAccessState } from '@aws-sdk/client-ec2';
import type { Subject } from '../../../domain/catalog.ts';
import { fromAccount, present, settable } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { publicSnapshots } from './public-snapshots.ts';

export const blockPermissions = ['ec2:GetSnapshotBlockPublicAccessState'] as const;

/** The region's block of public snapshots. */
type SnapshotBlock = {
  /** `unblocked`, `block-new-sharing` (what is public stays so) or `block-all-sharing`. */
  readonly state: string;
  /** `account`, or `declarative-policy`: then the organisation alone can change it. */
  readonly managedBy: string;
};

export const snapshotBlockOf = (reader: AwsReader, region: string): Promise<SnapshotBlock> =>
  reader.remember(`ec2:GetSnapshotBlockPublicAccessState:${region}`, async () => {
    const ec2 = await reader.service('ec2', region);
    const { State, ManagedBy } = await ec2.getSnapshotBlockPublicAccessState({});
    return { state: present(State, 'State'), managedBy: ManagedBy ?? 'account' };
  });

export const snapshotBlock = settable(
  fromAccount(blockPermissions, (reader, { region }: Subject) => snapshotBlockOf(reader, region)),
  {
    permissions: ['ec2:EnableSnapshotBlockPublicAccess', 'ec2:DisableSnapshotBlockPublicAccess'],
    calls: ({ after }) => [
      after.state === 'unblocked' ? 'DisableSnapshotBlockPublicAccess' : 'EnableSnapshotBlockPublicAccess',
    ],
    resources: () => ['*'],
    async put(client, { region }, { state }) {
      const ec2 = await client.service('ec2', region);
      if (state === 'unblocked') await ec2.disableSnapshotBlockPublicAccess({});
      else await ec2.enableSnapshotBlockPublicAccess({ State: state as SnapshotBlockPublicAccessState });
    },
  },
);

/** Ids of the snapshots that a block of all sharing would close. */
export const snapshotsSharedWithAll = fromAccount(
  ['ec2:DescribeSnapshots'],
  async (reader, { region }: Subject): Promise<readonly string[]> =>
    [...(await publicSnapshots(reader, region))].sort(),
);
