import check from '../../../../checks/aws/guardduty/enabled.ts';
import { testCheck } from '../../../kit/test-check.ts';

const guardDuty = { id: 'd1', on: true, s3: true };

testCheck(check, {
  pass: [{ name: 'on', facts: { guardDuty } }],
  fail: [
    { name: 'no detector', facts: { guardDuty: null }, because: /no detector/ },
    { name: 'suspended', facts: { guardDuty: { ...guardDuty, on: false } }, because: /suspended/ },
  ],
});
