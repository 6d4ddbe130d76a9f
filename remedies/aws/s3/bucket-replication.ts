import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/s3/bucket-replication',
  title: 'Copy new objects to another region',
  cures: ['aws/s3/bucket-replication'],
  why: 'It takes a second bucket, a role and a decision about where PHI may lie, none of which can be told from the bucket.',
  steps: [
    'Choose an approved region and account, and make a bucket there that is versioned, encrypted and blocked as this one.',
    'Have versioning on here too: `fix` the finding of aws/s3/bucket-versioning first, if there is one.',
    'Make a role that S3 may assume, with s3:GetReplicationConfiguration and s3:ListBucket here, s3:GetObjectVersionForReplication on its objects, and s3:ReplicateObject there; with KMS keys also kms:Decrypt here and kms:Encrypt there.',
    'Run `aws s3api put-bucket-replication --bucket BUCKET --replication-configuration file://replication.json`, with one rule whose filter is empty.',
    'Copy what is there already with S3 Batch Replication, and `recheck` the finding.',
  ],
});
