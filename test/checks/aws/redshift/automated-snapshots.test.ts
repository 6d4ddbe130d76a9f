import check from '../../../../checks/aws/redshift/automated-snapshots.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [
    { name: '7 days', facts: { snapshotDays: 7 } },
    { name: '3 days, which is allowed', facts: { snapshotDays: 3 }, settings: { minDays: 3 } },
  ],
  fail: [
    { name: '6 days', facts: { snapshotDays: 6 }, because: /kept 6 days/ },
    { name: 'off', facts: { snapshotDays: 0 }, because: /no automatic/ },
  ],
});
