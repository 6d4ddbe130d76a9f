import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/lambda/concurrency-limit',
  title: 'Function has a bound on how many calls it handles at once',
  severity: 'low',
  controls: ['164.312(b)'],
  kind: 'aws.lambda.function',
  facts: ['reservedConcurrency'],
  evaluate: ({ reservedConcurrency }) =>
    reservedConcurrency === null ? fail('no concurrency is reserved for the function') : pass,
});
