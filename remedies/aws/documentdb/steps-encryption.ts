import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/documentdb/steps-encryption',
  title: 'Move the document database to an encrypted cluster',
  cures: ['aws/documentdb/encryption'],
  why: 'DocumentDB cannot encrypt a cluster in place: the data moves to a new one, with an outage that only its owners can choose.',
  steps: [
    'Choose a time at which nothing writes, and tell the owners of the clients.',
    'Take a snapshot: `aws docdb create-db-cluster-snapshot`.',
    'Restore it under a key: `aws docdb restore-db-cluster-from-snapshot --kms-key-id KEY`, and create the servers of the new cluster.',
    'Move the clients to the new endpoint, and compare the data.',
    'Delete the old cluster and its plain snapshots, and `recheck` the finding.',
  ],
});
