import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/cloudwatch/log-group-kms',
  title: 'A customer key protects the log group',
  severity: 'medium',
  controls: ['164.308(a)(1)(ii)(B)', '164.308(a)(4)(ii)(A)', '164.312(a)(2)(iv)', '164.312(e)(2)(ii)'],
  kind: 'aws.logs.logGroup',
  facts: ['kmsKey'],
  evaluate: ({ kmsKey }) =>
    kmsKey === null ? fail('encrypted with a key of CloudWatch Logs, none of your own') : pass,
});
