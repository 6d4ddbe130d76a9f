import check from '../../../../checks/aws/iam/console-password-unused.ts';
import { daysAgo, testCheck } from '../../../kit/test-check.ts';

const console = (used: number | null, set: number) => ({
  console: {
    usedAt: used === null ? null : daysAgo(used).toISOString(),
    setAt: daysAgo(set).toISOString(),
    reportedAt: daysAgo(0).toISOString(),
  },
});

testCheck(check, {
  pass: [
    { name: 'day 90', facts: console(90, 300) },
    { name: 'never used, set on day 90', facts: console(null, 90) },
    { name: 'used on day 300, set anew on day 3', facts: console(300, 3) },
    { name: 'day 120, a longer time allowed', facts: console(120, 300), settings: { unusedDays: 120 } },
  ],
  fail: [
    { name: 'day 91', facts: console(91, 300), because: /signed in on 2026-08-21/ },
    { name: 'never used, set on day 91', facts: console(null, 91), because: /never signed in/ },
  ],
  notApplicable: [{ name: 'no password', facts: { console: null } }],
});
