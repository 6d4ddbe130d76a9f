import { defineRemedy, withoutStrangers } from '#src/remedy';

export default defineRemedy({
  id: 'aws/sns/policy-without-strangers',
  title: "Remove the statements that let strangers in from the topic's policy",
  cures: ['aws/sns/topic-public'],
  kind: 'aws.sns.topic',
  fact: 'policy',
  risk: 'disruptive',
  reversibility: { undo: 'fully' },
  ...withoutStrangers({
    service: 'sns',
    without: 'SNS gives every topic a policy',
    whoever: 'uses the topic',
    insiders:
      'services such as S3, CloudWatch and EventBridge that publish by what goes lose it too; add a statement that names them, with the ARN of the source, first',
    keepsOne: 'no statement would be left, and a topic needs one: name who may publish and subscribe',
  }),
});
