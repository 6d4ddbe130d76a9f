import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/rds/cluster-log-exports',
  title: 'Database cluster sends its logs to CloudWatch',
  severity: 'medium',
  controls: ['164.308(a)(4)(ii)(A)', '164.312(b)'],
  kind: 'aws.rds.cluster',
  control: 'rds-log-exports',
  facts: ['logExports', 'orderedLogExports'],
  evaluate: ({ logExports, orderedLogExports: ordered }) => {
    if (logExports.length > 0) return pass;
    const later = ordered.types.length > 0 ? `; ${ordered.types.join(', ')} is to begin` : '';
    return fail(`no log is exported${later}`);
  },
});
