import check from '../../../../checks/aws/iam/access-key-expiry-notice.ts';
import { daysAgo, testCheck } from '../../../kit/test-check.ts';

const live = (rotated: number, used: number | null = null) => ({
  live: {
    rotatedAt: daysAgo(rotated).toISOString(),
    usedAt: used === null ? null : daysAgo(used).toISOString(),
    reportedAt: daysAgo(0).toISOString(),
  },
});

testCheck(check, {
  pass: [{ name: 'day 75', facts: live(75) }],
  fail: [
    { name: 'day 76', facts: live(76), because: /reaches 90 days on 2026-12-04/ },
    { name: 'day 90', facts: live(90), because: /2026-11-20/ },
    {
      name: 'day 170 of 180',
      facts: live(170),
      settings: { maxAgeDays: 180 },
      because: /180 days on 2026-11-30/,
    },
  ],
  notApplicable: [
    { name: 'day 91: the age check says so', facts: live(91), because: /older/ },
    { name: 'inactive', facts: { live: null }, because: /inactive/ },
  ],
});
