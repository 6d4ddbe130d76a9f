import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/waf/classic-logging',
  title: 'The legacy web firewall keeps a log',
  severity: 'low',
  controls: ['164.308(a)(1)(ii)(D)', '164.308(a)(4)(ii)(A)', '164.312(b)'],
  kind: 'aws.waf.classicWebAcl',
  facts: ['logsTo'],
  evaluate: ({ logsTo }) => (logsTo.length > 0 ? pass : fail('the web ACL of WAF Classic logs nowhere')),
});
