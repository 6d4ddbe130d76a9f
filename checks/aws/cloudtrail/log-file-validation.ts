import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/cloudtrail/log-file-validation',
  title: 'Trail files carry a tamper-evident digest',
  severity: 'medium',
  controls: ['164.308(a)(1)(ii)(B)', '164.308(a)(1)(ii)(D)', '164.312(b)', '164.312(c)(1)', '164.312(c)(2)'],
  kind: 'aws.cloudtrail.trail',
  facts: ['validation'],
  evaluate: ({ validation }) => (validation ? pass : fail('log file validation is off')),
});
