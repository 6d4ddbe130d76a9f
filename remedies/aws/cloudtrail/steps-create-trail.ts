import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/cloudtrail/steps-create-trail',
  title: 'Make a trail',
  cures: [
    'aws/cloudtrail/logging-on',
    'aws/cloudtrail/multi-region',
    'aws/cloudtrail/s3-data-events-read',
    'aws/cloudtrail/s3-data-events-write',
  ],
  why: 'Where there is no trail there is nothing to switch on: somebody must choose the bucket, the key and the budget.',
  steps: [
    'Choose a bucket for log files, best in an account of its own: private, versioned, with object lock, and kept for six years.',
    'In CloudTrail choose Create trail; in an organisation let it be a trail of the organisation.',
    'Let it cover all regions, turn on log file validation, and seal it with a KMS key whose policy lets CloudTrail use it.',
    'Record all management events, and data events of S3 for the buckets that hold PHI, or for all.',
    'See after a quarter of an hour that files arrive.',
  ],
});
