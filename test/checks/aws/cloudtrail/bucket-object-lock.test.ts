import check from '../../../../checks/aws/cloudtrail/bucket-object-lock.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [
    {
      name: 'six years unasked',
      facts: { bucketObjectLock: { retention: { mode: 'COMPLIANCE', days: 2190 } } },
    },
  ],
  fail: [
    { name: 'off', facts: { bucketObjectLock: null }, because: /off/ },
    {
      name: 'on, nothing locked unasked',
      facts: { bucketObjectLock: { retention: null } },
      because: /default retention/,
    },
  ],
});
