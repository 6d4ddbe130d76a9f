import check from '../../../../checks/aws/iam/access-key-unused.ts';
import { daysAgo, testCheck } from '../../../kit/test-check.ts';

const live = (rotated: number, used: number | null = null) => ({
  live: {
    rotatedAt: daysAgo(rotated).toISOString(),
    usedAt: used === null ? null : daysAgo(used).toISOString(),
    reportedAt: daysAgo(0).toISOString(),
  },
});

testCheck(check, {
  pass: [
    { name: 'used on day 90', facts: live(300, 90) },
    { name: 'never used, made on day 90', facts: live(90) },
  ],
  fail: [
    { name: 'used on day 91', facts: live(300, 91), because: /last used on 2026-08-21/ },
    { name: 'never used, made on day 91', facts: live(91), because: /never used/ },
  ],
  notApplicable: [{ name: 'inactive', facts: { live: null }, because: /inactive/ }],
});
