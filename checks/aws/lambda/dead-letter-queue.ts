import { defineCheck, fail, pass, passBecause } from '#src/check';

export default defineCheck({
  id: 'aws/lambda/dead-letter-queue',
  title: 'Failed asynchronous events are kept',
  severity: 'low',
  controls: ['164.312(b)'],
  kind: 'aws.lambda.function',
  facts: ['deadLetterTarget', 'onFailure'],
  evaluate: ({ deadLetterTarget, onFailure }) => {
    if (deadLetterTarget !== null) return pass;
    if (onFailure !== null) return passBecause('a destination on failure takes them');
    return fail('there is neither a dead-letter queue nor a destination on failure');
  },
});
