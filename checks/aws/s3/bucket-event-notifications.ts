import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/s3/bucket-event-notifications',
  title: 'Changes in the bucket raise an event',
  severity: 'low',
  controls: ['164.312(b)'],
  kind: 'aws.s3.bucket',
  facts: ['notification'],
  evaluate: ({ notification: { eventBridge, destinations } }) =>
    eventBridge || destinations.length > 0
      ? pass
      : fail('no event goes to EventBridge, a topic, a queue or a function'),
});
