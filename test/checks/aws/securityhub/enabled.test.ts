import check from '../../../../checks/aws/securityhub/enabled.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'on', facts: { securityHubOn: true } }],
  fail: [{ name: 'off', facts: { securityHubOn: false }, because: /off/ }],
});
