import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/sqs/queue-public',
  title: 'Queue policy lets no stranger in',
  severity: 'critical',
  controls: ['164.312(a)(1)'],
  kind: 'aws.sqs.queue',
  facts: ['openTo'],
  exposes: true,
  evaluate: ({ openTo }) => (openTo === null ? pass : fail(openTo)),
});
