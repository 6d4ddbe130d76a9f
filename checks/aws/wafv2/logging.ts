import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/wafv2/logging',
  title: 'The web firewall keeps a log',
  severity: 'low',
  controls: ['164.312(b)'],
  kind: 'aws.wafv2.webAcl',
  facts: ['logsTo'],
  evaluate: ({ logsTo }) => (logsTo.length > 0 ? pass : fail('the web ACL logs nowhere')),
});
