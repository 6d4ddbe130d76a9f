import check from '../../../../checks/aws/cloudtrail/log-file-validation.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'on', facts: { validation: true } }],
  fail: [{ name: 'off', facts: { validation: false }, because: /off/ }],
});
