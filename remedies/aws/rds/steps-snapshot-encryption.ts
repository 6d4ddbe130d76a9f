import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/rds/steps-snapshot-encryption',
  title: 'Replace the snapshot by an encrypted copy',
  cures: ['aws/rds/snapshot-encrypted', 'aws/rds/cluster-snapshot-encrypted'],
  why: 'A snapshot is never encrypted in place: an encrypted copy is made, and deleting the plain one is for a person to decide.',
  steps: [
    'If nobody needs the snapshot any more, and no rule makes you keep it, delete it.',
    'Of an instance, copy it: `aws rds copy-db-snapshot --source-db-snapshot-identifier OLD --target-db-snapshot-identifier NEW --kms-key-id KEY --copy-tags`.',
    'Of an Aurora cluster, restore it with `aws rds restore-db-cluster-from-snapshot --kms-key-id KEY`, take a snapshot of the new cluster, and delete that cluster.',
    'Restore the copy once, to see that it can be read under the key.',
    'Delete the plain snapshot, and encrypt the database itself if it is plain, too: the next snapshot is as it is.',
    '`recheck` the finding.',
  ],
});
