import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/rds/steps-storage-encryption',
  title: 'Move the database to encrypted storage',
  cures: ['aws/rds/storage-encrypted', 'aws/rds/cluster-storage-encrypted'],
  why: 'RDS cannot encrypt storage in place: the data is copied and clients are moved, with an outage that only their owners can choose.',
  steps: [
    'Choose a time at which nothing writes, or plan a replication for the gap, and tell the owners of the clients.',
    'Take a snapshot: `aws rds create-db-snapshot`, or `aws rds create-db-cluster-snapshot` for a cluster.',
    'Of an instance, copy it under a key: `aws rds copy-db-snapshot --kms-key-id KEY`, and restore the copy with `aws rds restore-db-instance-from-db-snapshot`.',
    'Of an Aurora cluster, restore the snapshot under a key at once: `aws rds restore-db-cluster-from-snapshot --kms-key-id KEY`, and create its servers.',
    'Give the new database the parameter group, security groups, backups and protections of the old one, and rename it or move the clients.',
    'When all is well, delete the old database and its plain snapshots, and `recheck` the finding.',
  ],
});
