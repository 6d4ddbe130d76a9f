import { defineRemedy, withoutStrangers } from '#src/remedy';

export default defineRemedy({
  id: 'aws/sqs/policy-without-strangers',
  title: "Remove the statements that let strangers in from the queue's policy",
  cures: ['aws/sqs/queue-public'],
  kind: 'aws.sqs.queue',
  fact: 'policy',
  risk: 'disruptive',
  reversibility: { undo: 'fully' },
  ...withoutStrangers({
    service: 'sqs',
    without: 'there is no policy',
    whoever: 'uses the queue',
    insiders:
      'services such as SNS, S3 and EventBridge that send by what goes lose it too; add a statement that names them, with the ARN of the source, first',
  }),
});
