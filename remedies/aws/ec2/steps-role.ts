import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/ec2/steps-role',
  title: 'Give the instance a role instead of stored keys',
  cures: ['aws/ec2/instance-profile-attached'],
  why: 'What the role must allow is known to whoever runs the software; one that allows too much is worse than none.',
  steps: [
    'Ask the owner which AWS services the software calls, and look for stored keys in its configuration.',
    'Make a role for EC2 that allows that much and no more, and an instance profile with it.',
    'Attach it: `aws ec2 associate-iam-instance-profile --instance-id INSTANCE --iam-instance-profile Name=PROFILE`.',
    'Take the stored keys out of the configuration, deactivate them in IAM, and start a scan.',
  ],
});
