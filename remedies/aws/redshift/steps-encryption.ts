import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/redshift/steps-encryption',
  title: 'Encrypt the warehouse under a key of your own',
  cures: ['aws/redshift/encryption-at-rest', 'aws/redshift/kms-key'],
  why: 'Redshift copies all of the data for it, is slower or read-only for hours, and cannot be stopped halfway: people choose the time.',
  steps: [
    "Make a KMS key, or choose one, whose policy lets the warehouse's administrators use it.",
    'Take a snapshot: `aws redshift create-cluster-snapshot --cluster-identifier NAME --snapshot-identifier NAME-before-key`.',
    'In a quiet time run `aws redshift modify-cluster --cluster-identifier NAME --encrypted --kms-key-id KEY-ARN`.',
    'Wait until `aws redshift describe-clusters --cluster-identifier NAME` tells ClusterStatus available, and copy snapshots to other regions anew: they need a grant for the key.',
    '`recheck` the finding.',
  ],
});
