import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/lambda/steps-dead-letter-queue',
  title: 'Keep the events that the function could not handle',
  cures: ['aws/lambda/dead-letter-queue'],
  why: 'Failed events carry what the caller sent, so somebody must say where such data may lie. A role that may set the queue may also set what the function runs, and the remediation role is not allowed to.',
  steps: [
    'Create an SQS queue with encryption, in the same region, and decide who reads it.',
    "Allow sqs:SendMessage on the queue to the function's role.",
    'Set it as destination on failure: `aws lambda put-function-event-invoke-config --function-name NAME --destination-config OnFailure={Destination=QUEUE_ARN}`.',
    'Set an alarm on the number of messages in the queue, and `recheck` the finding.',
  ],
});
