import check from '../../../../checks/aws/redshift/audit-logging.ts';
import { testCheck } from '../../../kit/test-check.ts';

const toBucket = { to: 's3', bucket: 'logs', prefix: null } as const;
const undeliveredSince = null;

testCheck(check, {
  pass: [
    { name: 'to a bucket', facts: { auditLogging: toBucket, undeliveredSince } },
    {
      name: 'to CloudWatch',
      facts: { auditLogging: { to: 'cloudwatch', logs: ['connectionlog', 'userlog'] }, undeliveredSince },
    },
  ],
  fail: [
    {
      name: 'to a bucket that refuses it',
      facts: { auditLogging: toBucket, undeliveredSince: '2026-11-01T10:00:00.000Z' },
      because: /did not reach its bucket on 2026-11-01/,
    },
    { name: 'off', facts: { auditLogging: null, undeliveredSince }, because: /is off/ },
    {
      name: 'not who connects',
      facts: { auditLogging: { to: 'cloudwatch', logs: ['userlog'] }, undeliveredSince },
      because: /connection log/,
    },
  ],
});
