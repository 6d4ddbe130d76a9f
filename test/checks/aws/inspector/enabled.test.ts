import check from '../../../../checks/aws/inspector/enabled.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'on', facts: { inspector: { on: true, scans: ['ec2'] } } }],
  fail: [
    { name: 'off', facts: { inspector: { on: false, scans: [] } }, because: /off/ },
    { name: 'on, and looks at nothing', facts: { inspector: { on: true, scans: [] } }, because: /off/ },
  ],
});
