import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/cloudtrail/steps-bucket-object-lock',
  title: 'Make the log bucket write-once',
  cures: ['aws/cloudtrail/bucket-object-lock'],
  why: 'Object lock can never be turned off again, and what it keeps is paid for until it may go: that is for people to decide.',
  steps: [
    'Decide the mode (compliance: nobody can shorten it; governance: those with a permission can) and for how long.',
    'Turn on versioning of the log bucket.',
    'In S3, the bucket, Properties, Object Lock, choose Edit, enable it, and set a default retention.',
    'Digest and log files of the trail go on arriving: CloudTrail needs no change.',
    'Add a lifecycle rule that removes old versions after the retention, if they are not to be kept for ever.',
  ],
});
