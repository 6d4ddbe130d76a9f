import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/vpc/steps-flow-logs-delivery',
  title: 'Have the flow logs of the VPC arrive',
  cures: ['aws/vpc/flow-logs'],
  why: 'Where a flow log exists and does not arrive, its bucket, log group or role refuses it, and only their owner can say what they should admit.',
  steps: [
    'See why: `aws ec2 describe-flow-logs --filter Name=resource-id,Values=VPC --query "FlowLogs[].[FlowLogId,DeliverLogsStatus,DeliverLogsErrorMessage]"`.',
    'For a bucket, let its policy admit delivery.logs.amazonaws.com to s3:PutObject and s3:GetBucketAcl, and its KMS key to kms:GenerateDataKey.',
    'For a log group, let the role of the flow log be assumed by vpc-flow-logs.amazonaws.com, and do logs:CreateLogStream and logs:PutLogEvents.',
    'Wait ten minutes, and `recheck` the finding.',
  ],
});
