import check from '../../../../checks/aws/iam/user-mfa.ts';
import { testCheck } from '../../../kit/test-check.ts';

const reportedAt = '2026-11-20T10:00:00.000Z';
const console = { usedAt: null, setAt: '2026-11-01T00:00:00.000Z', reportedAt };

testCheck(check, {
  pass: [
    {
      name: 'key and second factor',
      facts: { console: null, activeKeys: 1, mfa: { active: true, reportedAt } },
    },
  ],
  fail: [
    {
      name: 'key alone',
      facts: { console: null, activeKeys: 1, mfa: { active: false, reportedAt } },
      because: /no second factor/,
    },
    {
      name: 'password alone',
      facts: { console, activeKeys: 0, mfa: { active: false, reportedAt } },
      because: /no second factor/,
    },
  ],
  notApplicable: [
    { name: 'no credential', facts: { console: null, activeKeys: 0, mfa: { active: false, reportedAt } } },
  ],
});
