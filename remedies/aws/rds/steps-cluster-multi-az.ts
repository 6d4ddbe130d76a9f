import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/rds/steps-cluster-multi-az',
  title: 'Run the cluster in a second zone',
  cures: ['aws/rds/cluster-multi-az'],
  why: 'It takes another server, of a size and at a cost that only its owner can choose.',
  steps: [
    'See in which zones the servers run: `aws rds describe-db-instances --filters Name=db-cluster-id,Values=CLUSTER`.',
    'Add a reader in another zone: `aws rds create-db-instance --db-cluster-identifier CLUSTER --availability-zone ZONE`, with the engine of the cluster and a class that can take the load of the writer.',
    'Give it promotion tier 0 or 1, so that it takes over first.',
    'Fail over once at a quiet time, to see that clients follow: `aws rds failover-db-cluster`.',
    '`recheck` the finding.',
  ],
});
