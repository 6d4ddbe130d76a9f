import check from '../../../../checks/aws/s3/bucket-access-logging.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'on', facts: { logging: { bucket: 'logs', prefix: 'records/' } } }],
  fail: [{ name: 'off', facts: { logging: null }, because: /logging is off/ }],
});
