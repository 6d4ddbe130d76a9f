import { defineCheck, fail, pass } from '#src/check';

/** `~1records~1{id}/GET` as people write it. */
const written = (method: string): string => method.replace(/^(.*)\/([^/]*)$/, '$2 $1').replaceAll('~1', '/');

export default defineCheck({
  id: 'aws/apigateway/stage-execution-logging',
  title: 'API stage writes execution logs',
  severity: 'medium',
  controls: ['164.308(a)(1)(ii)(D)', '164.308(a)(6)(ii)', '164.312(b)'],
  kind: 'aws.apigateway.stage',
  facts: ['logLevels'],
  evaluate: ({ logLevels }) => {
    const silent = Object.keys(logLevels).filter((method) => logLevels[method] === 'OFF');
    if (silent.length === 0) return pass;
    if (silent.includes('*/*')) return fail('the execution log is off');
    return fail(`the execution log is off for ${silent.map(written).join(', ')}`);
  },
});
