import check from '../../../../checks/aws/elb/classic-access-logging.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'on', facts: { accessLog: { bucket: 'logs', prefix: null, everyMinutes: 60 } } }],
  fail: [{ name: 'off', facts: { accessLog: null }, because: /access logging is off/ }],
});
