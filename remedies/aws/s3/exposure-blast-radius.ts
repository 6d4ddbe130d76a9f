import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/s3/exposure-blast-radius',
  title: 'Find out what strangers could have read',
  cures: ['aws/s3/exposure-blast-radius'],
  why: 'Closing the bucket does not undo what was read while it was open: that is for people to find out, and perhaps to report (164.402).',
  steps: [
    'Close the bucket first: `fix` its finding of aws/s3/bucket-public-read or aws/s3/bucket-public-write.',
    'Find out whether PHI lies in it, and since when it was open (the finding of aws/exposure/public-since).',
    'Look into the access logs and the CloudTrail data events for reads without a signature in that time; without such logs, nobody can exclude them.',
    'Assess the risk with the privacy officer within the time of 164.404, and keep the assessment.',
    '`recheck` the finding.',
  ],
});
