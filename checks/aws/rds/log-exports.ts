import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/rds/log-exports',
  title: 'Database sends its logs to CloudWatch',
  severity: 'medium',
  controls: ['164.308(a)(4)(ii)(A)', '164.312(b)'],
  kind: 'aws.rds.instance',
  facts: ['engine', 'memberOf', 'logExports', 'orderedLogExports'],
  evaluate: ({ engine, memberOf, logExports, orderedLogExports: ordered }) => {
    if (memberOf !== null) return notApplicable(`what is logged is set on cluster ${memberOf}`);
    if (engine.startsWith('custom-')) return notApplicable('RDS Custom cannot export logs by itself');
    if (logExports.length > 0) return pass;
    const later = ordered.types.length > 0 ? `; ${ordered.types.join(', ')} is to begin` : '';
    return fail(`no log is exported${later}`);
  },
});
