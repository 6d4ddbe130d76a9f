import check from '../../../../checks/aws/cloudtrail/bucket-access-logging.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'on', facts: { bucketLogging: { bucket: 'logs-of-logs', prefix: '' } } }],
  fail: [{ name: 'off', facts: { bucketLogging: null }, because: /off/ }],
});
