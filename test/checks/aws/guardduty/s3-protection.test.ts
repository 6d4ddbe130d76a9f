import check from '../../../../checks/aws/guardduty/s3-protection.ts';
import { testCheck } from '../../../kit/test-check.ts';

const guardDuty = { id: 'd1', on: true, s3: true };

testCheck(check, {
  pass: [{ name: 'on', facts: { guardDuty } }],
  fail: [{ name: 'off', facts: { guardDuty: { ...guardDuty, s3: false } }, because: /S3 protection/ }],
  notApplicable: [
    { name: 'no detector', facts: { guardDuty: null }, because: /off here/ },
    { name: 'suspended', facts: { guardDuty: { ...guardDuty, on: false } } },
  ],
});
