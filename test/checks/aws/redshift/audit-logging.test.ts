import check from '../../../../checks/aws/redshift/audit-logging.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [
    { name: 'to a bucket', facts: { auditLogging: { to: 's3', bucket: 'logs', prefix: null } } },
    {
      name: 'to CloudWatch',
      facts: { auditLogging: { to: 'cloudwatch', logs: ['connectionlog', 'userlog'] } },
    },
  ],
  fail: [
    { name: 'off', facts: { auditLogging: null }, because: /is off/ },
    {
      name: 'not who connects',
      facts: { auditLogging: { to: 'cloudwatch', logs: ['userlog'] } },
      because: /connection log/,
    },
  ],
});
