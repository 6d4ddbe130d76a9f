import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/opensearch/logs',
  title: 'Search domain ships its error and audit logs',
  severity: 'medium',
  controls: ['164.308(a)(3)(ii)(A)', '164.312(b)'],
  kind: 'aws.opensearch.domain',
  facts: ['logs', 'fineGrainedAccess'],
  evaluate: ({ logs, fineGrainedAccess }) => {
    const missing = [
      ...(logs['ES_APPLICATION_LOGS'] ? [] : ['the error log is not shipped']),
      ...(logs['AUDIT_LOGS'] ? [] : ['the audit log is not shipped']),
      ...(logs['AUDIT_LOGS'] && !fineGrainedAccess
        ? ['the audit log is empty, for fine-grained access control is off']
        : []),
    ];
    return missing.length === 0 ? pass : fail(missing.join('; '));
  },
});
