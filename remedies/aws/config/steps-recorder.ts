import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/config/steps-recorder',
  title: 'Make a recorder, and let it deliver',
  cures: ['aws/config/recorder-on'],
  why: 'A recorder needs a role and a bucket, and which bucket keeps the history is for people to decide.',
  steps: [
    'Choose a bucket for the history, best in an account of its own: private, versioned, and kept for six years.',
    'In AWS Config, in the region of the finding, choose Get started or Settings; in an organisation use Quick Setup of Systems Manager or CloudFormation StackSets for all accounts and regions at once.',
    'Record all resource types, global ones in one region only, with the role that AWS makes for Config.',
    'Name the bucket as the delivery channel. Its policy must let config.amazonaws.com call s3:GetBucketAcl and s3:PutObject.',
    'Where the finding says that the recorder failed or its history does not arrive, see that the bucket is there, and look at that policy and at the policy of the key that seals the bucket.',
    'See with `aws configservice describe-configuration-recorder-status` that recording is true and lastStatus is SUCCESS, and with `aws configservice describe-delivery-channel-status` that the history arrives.',
  ],
});
