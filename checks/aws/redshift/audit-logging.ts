import { dayOf, defineCheck, fail, passBecause } from '#src/check';

export default defineCheck({
  id: 'aws/redshift/audit-logging',
  title: 'Warehouse keeps an audit log',
  severity: 'medium',
  controls: [
    '164.308(a)(1)(ii)(B)',
    '164.308(a)(1)(ii)(D)',
    '164.308(a)(3)(ii)(A)',
    '164.308(a)(4)(ii)(A)',
    '164.312(a)(2)(iv)',
    '164.312(b)',
    '164.312(e)(2)(ii)',
  ],
  kind: 'aws.redshift.cluster',
  facts: ['auditLogging', 'undeliveredSince'],
  evaluate: ({ auditLogging, undeliveredSince }) => {
    if (auditLogging === null) return fail('audit logging is off');
    if (undeliveredSince !== null)
      return fail(`the log did not reach its bucket on ${dayOf(undeliveredSince)}, and has not since`);
    if (auditLogging.to === 's3') return passBecause(`to the bucket ${auditLogging.bucket}`);
    return auditLogging.logs.includes('connectionlog')
      ? passBecause(`${auditLogging.logs.join(', ')} to CloudWatch`)
      : fail('it logs to CloudWatch, and the connection log is not among what it logs');
  },
});
