import check from '../../../../checks/aws/wafv2/logging.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'somewhere', facts: { logsTo: ['arn:aws:s3:::aws-waf-logs-site'] } }],
  fail: [{ name: 'nowhere', facts: { logsTo: [] }, because: /nowhere/ }],
});
