import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/cloudwatch/steps-alarm-actions',
  title: 'Say whom the alarm tells',
  cures: ['aws/cloudwatch/alarm-actions'],
  why: 'An alarm without an action has nobody to tell, and only its owner knows who should hear of it.',
  steps: [
    'Ask the owner of the alarm who must act when it fires. If nobody, delete it.',
    'In SNS, make a topic for them or find theirs, and see that at least one subscription is confirmed.',
    'In CloudWatch, All alarms, the alarm, Actions, Edit, add a notification for the state In alarm, and name the topic.',
    'See that its actions are on: `aws cloudwatch enable-alarm-actions --alarm-names NAME`.',
    'If its actions were turned off for some work, find out who turned them off before they are turned on again.',
  ],
});
