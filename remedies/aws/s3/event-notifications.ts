import { defineRemedy, harmless, to } from '#src/remedy';

export default defineRemedy({
  id: 'aws/s3/event-notifications',
  title: 'Send the events of the bucket to EventBridge',
  cures: ['aws/s3/bucket-event-notifications'],
  kind: 'aws.s3.bucket',
  fact: 'notification',
  risk: 'safe',
  reversibility: { undo: 'fully' },
  desired: (current) => to({ ...current, eventBridge: true }),
  consequences: () => [
    harmless('notifications that are set up already stay as they are'),
    harmless('events reach nobody until an EventBridge rule takes them, except rules that match every event'),
  ],
});
