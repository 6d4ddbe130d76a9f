import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/sns/topic-public',
  title: 'Topic policy lets no stranger in',
  severity: 'high',
  controls: ['164.312(a)(1)'],
  kind: 'aws.sns.topic',
  facts: ['openTo'],
  exposes: true,
  evaluate: ({ openTo }) => (openTo === null ? pass : fail(openTo)),
});
