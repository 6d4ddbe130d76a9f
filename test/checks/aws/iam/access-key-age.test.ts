import check from '../../../../checks/aws/iam/access-key-age.ts';
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
    { name: 'day 90', facts: live(90) },
    { name: 'a second before day 91', facts: live(91 - 1 / 86_400) },
    { name: 'day 91, a longer life allowed', facts: live(91), settings: { maxAgeDays: 180 } },
  ],
  fail: [{ name: 'day 91', facts: live(91), because: /91 days old/ }],
  notApplicable: [{ name: 'inactive', facts: { live: null }, because: /inactive/ }],
});
