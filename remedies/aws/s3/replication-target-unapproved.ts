import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/s3/replication-target-unapproved',
  title: 'Replicate only to approved accounts and regions',
  cures: ['aws/s3/replication-target-unapproved'],
  why: 'A disabled rule copies nothing for the time it is off, and the rules hold key prefixes, which are never kept here; where PHI may lie is for people to decide.',
  steps: [
    'Find out who set the rule up and what it is for; look into CloudTrail for PutBucketReplication.',
    'If the target is agreed, add it to approvedAccounts, approvedBuckets or approvedRegions in checks.settings."aws/s3/replication-target-unapproved".',
    "If not, save the rules (`aws s3api get-bucket-replication --bucket BUCKET > replication.json`), set the rule's Status to Disabled, and run `aws s3api put-bucket-replication --bucket BUCKET --replication-configuration file://replication.json`.",
    'Have what was copied already deleted, treat it as a possible disclosure, and `recheck` the finding.',
  ],
});
