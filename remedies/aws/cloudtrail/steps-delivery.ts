import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/cloudtrail/steps-delivery',
  title: 'Let the log files arrive again',
  cures: ['aws/cloudtrail/delivery-failing'],
  why: 'What stands in the way is in the log bucket, its policy or the key, and differs from case to case.',
  steps: [
    'Read the error in the finding. NoSuchBucket: the bucket is gone. AccessDenied: its policy refuses CloudTrail. KMS: the key does.',
    'Put back the statements that let cloudtrail.amazonaws.com call s3:GetBucketAcl and s3:PutObject, with aws:SourceArn naming this trail.',
    'Where a key seals the files, let cloudtrail.amazonaws.com call kms:GenerateDataKey* and kms:DescribeKey in its policy, and see that it is enabled.',
    'See after a quarter of an hour that files arrive. Events of the gap can be looked up for 90 days in the event history.',
  ],
});
