import check from '../../../../checks/aws/guardduty/open-findings.ts';
import { testCheck } from '../../../kit/test-check.ts';

const one = {
  count: 1,
  more: false,
  oldestAt: '2026-11-01T08:00:00.000Z',
  types: ['UnauthorizedAccess:IAMUser/ConsoleLoginSuccess.B'],
};

testCheck(check, {
  pass: [
    { name: 'none', facts: { guardDutyFindings: { count: 0, more: false, oldestAt: null, types: [] } } },
  ],
  fail: [
    {
      name: 'one',
      facts: { guardDutyFindings: one },
      because: /^1 finding of high severity not archived, the oldest of 2026-11-01: UnauthorizedAccess/,
    },
    {
      name: 'more than were counted',
      facts: { guardDutyFindings: { ...one, count: 50, more: true } },
      because: /^50 or more findings/,
    },
  ],
  notApplicable: [{ name: 'GuardDuty is off', facts: { guardDutyFindings: null } }],
});
