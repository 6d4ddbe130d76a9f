import check from '../../../../checks/aws/iam/root-recently-used.ts';
import { daysAgo, testCheck } from '../../../kit/test-check.ts';

const usedAt = (days: number | null) => ({
  rootUse: {
    usedAt: days === null ? null : daysAgo(days).toISOString(),
    reportedAt: daysAgo(0).toISOString(),
  },
});

testCheck(check, {
  pass: [
    { name: 'never', facts: usedAt(null) },
    { name: 'day 30', facts: usedAt(30) },
  ],
  fail: [
    { name: 'day 29', facts: usedAt(29), because: /2026-10-22/ },
    {
      name: 'day 30, a longer rest asked for',
      facts: usedAt(30),
      settings: { quietDays: 60 },
      because: /60 days/,
    },
  ],
});
