import { cannot, defineRemedy, harmless, to, uncertain, unread } from '#src/remedy';

/** A plan stays readable: so many snapshots are named, and the others counted. */
const mostNamed = 10;

export default defineRemedy({
  id: 'aws/ebs/snapshot-block',
  title: 'Block all public sharing of snapshots in the region',
  cures: ['aws/ebs/snapshot-account-block'],
  kind: 'aws.region',
  fact: 'snapshotBlock',
  risk: 'disruptive',
  reversibility: { undo: 'fully' },
  considers: ['snapshotsSharedWithAll'],
  desired: (current) =>
    current.managedBy === 'account'
      ? to({ ...current, state: 'block-all-sharing' })
      : cannot('a policy of the organisation sets it, so it is changed there'),
  consequences({ snapshotsSharedWithAll }) {
    if (!snapshotsSharedWithAll.known)
      return unread(snapshotsSharedWithAll, 'which snapshots it would close cannot be told');
    const shared = snapshotsSharedWithAll.value;
    const more = shared.length - mostNamed;
    const named = `${shared.slice(0, mostNamed).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
    return [
      harmless('sharing with accounts that are named goes on'),
      shared.length === 0
        ? harmless('no snapshot of the region is shared with all today')
        : uncertain(
            `shared with all today, and no longer to be had by strangers: ${named}; whether any uses them cannot be seen`,
          ),
    ];
  },
});
