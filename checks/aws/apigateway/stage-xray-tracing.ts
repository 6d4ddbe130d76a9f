import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/apigateway/stage-xray-tracing',
  title: 'API stage traces its requests',
  severity: 'low',
  controls: ['164.312(b)'],
  kind: 'aws.apigateway.stage',
  facts: ['tracing'],
  evaluate: ({ tracing }) => (tracing ? pass : fail('X-Ray tracing is off')),
});
