import { defineGuidance } from '#src/remedy';

// Naming a role for a trail needs iam:PassRole, and a role that may pass roles is worth more than this finding: not from here.
export default defineGuidance({
  id: 'aws/cloudtrail/steps-cloudwatch-delivery',
  title: "Send the trail's events to CloudWatch Logs",
  cures: ['aws/cloudtrail/cloudwatch-delivery'],
  why: 'CloudTrail must be handed a role (iam:PassRole), which the remediation role is not allowed to do.',
  steps: [
    "Make a log group in the trail's home region, with a retention that you choose and a KMS key.",
    'Make a role that cloudtrail.amazonaws.com may assume, with logs:CreateLogStream and logs:PutLogEvents on that group alone.',
    'In CloudTrail, the trail, CloudWatch Logs, choose Edit, and name the group and the role.',
    'See after a quarter of an hour that events arrive. If they do not, the role or the group has been changed: the finding says what AWS answers.',
  ],
});
