import check from '../../../../checks/aws/ec2/instance-stopped-too-long.ts';
import { daysAgo, testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [
    { name: 'not stopped', facts: { stoppedAt: null } },
    { name: 'day 30', facts: { stoppedAt: daysAgo(30).toISOString() } },
  ],
  fail: [
    { name: 'day 31', facts: { stoppedAt: daysAgo(31).toISOString() }, because: /since 2026-10-20, 31 days/ },
    {
      name: 'day 8 of a week',
      facts: { stoppedAt: daysAgo(8).toISOString() },
      settings: { maxDays: 7 },
      because: /8 days/,
    },
  ],
});
