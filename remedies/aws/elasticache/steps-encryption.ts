import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/elasticache/steps-encryption',
  title: 'Encrypt Redis at rest and in transit',
  cures: ['aws/elasticache/encryption', 'aws/elasticache/cluster-encryption'],
  why: 'Encryption at rest is fixed when the group is created, and clients must speak TLS before plain connections are refused.',
  steps: [
    'For encryption in transit, let the group take both: `aws elasticache modify-replication-group --transit-encryption-enabled --transit-encryption-mode preferred --apply-immediately`; engines older than 7 cannot, and move to a new group.',
    'Move every client to TLS, and then refuse plain connections: `aws elasticache modify-replication-group --transit-encryption-mode required --apply-immediately`.',
    'For encryption at rest take a backup and create a new group from it: `aws elasticache create-replication-group --snapshot-name BACKUP --at-rest-encryption-enabled --transit-encryption-enabled`.',
    'Redis that stands alone cannot be encrypted at rest: move it into a replication group in the same way.',
    'Move the clients, delete the old group, and `recheck` the finding.',
  ],
});
