import check from '../../../../checks/aws/s3/bucket-object-lock.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'six years', facts: { objectLock: { retention: { mode: 'COMPLIANCE', days: 2190 } } } }],
  fail: [
    { name: 'off', facts: { objectLock: null }, because: /lock is off/ },
    { name: 'on without retention', facts: { objectLock: { retention: null } }, because: /no retention/ },
  ],
});
