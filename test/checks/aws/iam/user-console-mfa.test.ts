import check from '../../../../checks/aws/iam/user-console-mfa.ts';
import { testCheck } from '../../../kit/test-check.ts';

const reportedAt = '2026-11-20T10:00:00.000Z';
const console = { usedAt: null, setAt: '2026-11-01T00:00:00.000Z', reportedAt };

testCheck(check, {
  pass: [{ name: 'password and second factor', facts: { console, mfa: { active: true, reportedAt } } }],
  fail: [
    {
      name: 'password alone',
      facts: { console, mfa: { active: false, reportedAt } },
      because: /report of 2026-11-20 10:00 UTC/,
    },
  ],
  notApplicable: [{ name: 'no password', facts: { console: null, mfa: { active: false, reportedAt } } }],
});
