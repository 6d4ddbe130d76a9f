import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/dax/steps-encryption',
  title: 'Move to an encrypted DAX cluster',
  cures: ['aws/dax/encryption-at-rest'],
  why: 'DAX fixes encryption when the cluster is created; a new one is made, and clients learn its address.',
  steps: [
    'Create a cluster with encryption: `aws dax create-cluster --sse-specification Enabled=true`, with the nodes, role, subnets and security groups of the old one.',
    'Ask for encryption in transit at the same time: `--cluster-endpoint-encryption-type TLS`.',
    'Move the clients to the new endpoint; the cache fills from DynamoDB by itself.',
    'Delete the old cluster, and `recheck` the finding.',
  ],
});
