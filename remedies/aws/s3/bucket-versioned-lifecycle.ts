import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/s3/bucket-versioned-lifecycle',
  title: 'Move or delete old versions by a rule',
  cures: ['aws/s3/bucket-versioned-lifecycle'],
  why: 'A lifecycle rule destroys versions for good, and how long they must be kept cannot be told from the bucket.',
  steps: [
    'Agree on how long old versions are needed, backups and legal holds included.',
    'Save the rules of today: `aws s3api get-bucket-lifecycle-configuration --bucket BUCKET > lifecycle.json`; the next command replaces all of them.',
    'Add a rule for the whole bucket: `{"ID":"old-versions","Status":"Enabled","Filter":{},"NoncurrentVersionTransitions":[{"NoncurrentDays":30,"StorageClass":"STANDARD_IA"}],"NoncurrentVersionExpiration":{"NoncurrentDays":365}}`, with your own days.',
    'Run `aws s3api put-bucket-lifecycle-configuration --bucket BUCKET --lifecycle-configuration file://lifecycle.json`, and `recheck` the finding.',
  ],
});
