import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/apigateway/v2-stage-logging',
  title: 'HTTP or WebSocket API stage logs its requests',
  severity: 'medium',
  controls: ['164.308(a)(1)(ii)(D)', '164.308(a)(6)(ii)', '164.312(b)'],
  kind: 'aws.apigateway.v2Stage',
  facts: ['logging'],
  control: 'apigateway-stage-execution-logging',
  evaluate: ({ logging: { protocol, accessLog, silent } }) => {
    if (protocol === 'HTTP')
      return accessLog ? pass : fail('there is no access log, the only log that an HTTP API can write');
    return silent.length === 0 ? pass : fail(`the execution log is off for ${silent.join(', ')}`);
  },
});
