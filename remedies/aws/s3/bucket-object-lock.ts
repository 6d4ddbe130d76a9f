import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/s3/bucket-object-lock',
  title: 'Make new objects unchangeable for a set time',
  cures: ['aws/s3/bucket-object-lock'],
  why: 'Object lock cannot be taken off a bucket again, and what it holds in compliance mode cannot be deleted by anybody before its time: neither can be undone, so people decide on mode and time.',
  steps: [
    'Agree on mode and retention with whoever owns the records: HIPAA documentation is kept for six years, and PHI as long as state law says.',
    'Have versioning on: `fix` the finding of aws/s3/bucket-versioning first, if there is one.',
    'Try with a short retention in governance mode: `aws s3api put-object-lock-configuration --bucket BUCKET --object-lock-configuration \'{"ObjectLockEnabled":"Enabled","Rule":{"DefaultRetention":{"Mode":"GOVERNANCE","Days":1}}}\'`.',
    'See that every writer still works: uploads to a locked bucket must carry a checksum.',
    'Set the agreed mode and time with the same command, and `recheck` the finding.',
  ],
});
