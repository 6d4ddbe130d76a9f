import check from '../../../../checks/aws/ec2/instance-detailed-monitoring.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'on', facts: { detailedMonitoring: true } }],
  fail: [{ name: 'off', facts: { detailedMonitoring: false }, because: /every five minutes/ }],
});
