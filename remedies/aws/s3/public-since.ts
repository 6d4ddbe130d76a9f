import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/s3/public-since',
  title: 'Find out who opened the bucket, and what was read since',
  cures: ['aws/exposure/public-since'],
  why: 'The past cannot be changed by a write: what happened while the bucket was open is for people to find out, and perhaps to report (164.402).',
  steps: [
    'Close the bucket first: `fix` its finding of aws/s3/bucket-public-read or aws/s3/bucket-public-write.',
    'Ask whoever made the change that the finding names why it was made.',
    'Look into the access logs and the CloudTrail data events for reads without a signature since then.',
    'Assess the risk with the privacy officer within the time of 164.404, and keep the assessment.',
    '`recheck` the finding.',
  ],
});
