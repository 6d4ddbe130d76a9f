import check from '../../../../checks/aws/inspector/enabled.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'on', facts: { inspectorScans: ['ec2'] } }],
  fail: [{ name: 'off', facts: { inspectorScans: [] }, because: /off/ }],
});
