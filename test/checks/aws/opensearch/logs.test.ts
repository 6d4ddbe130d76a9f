import check from '../../../../checks/aws/opensearch/logs.ts';
import { testCheck } from '../../../kit/test-check.ts';

const shipped = 'arn:aws:logs:us-east-1:1:log-group:search';
const both = { ES_APPLICATION_LOGS: shipped, AUDIT_LOGS: shipped };

testCheck(check, {
  pass: [{ name: 'both', facts: { logs: both, fineGrainedAccess: true } }],
  fail: [
    {
      name: 'none',
      facts: { logs: {}, fineGrainedAccess: true },
      because: /error log is not shipped; the audit log is not/,
    },
    {
      name: 'one of them',
      facts: { logs: { ES_APPLICATION_LOGS: shipped }, fineGrainedAccess: true },
      because: /^the audit log is not shipped$/,
    },
    {
      name: 'an audit log of nothing',
      facts: { logs: both, fineGrainedAccess: false },
      because: /fine-grained/,
    },
  ],
});
