import check from '../../../../checks/aws/iam/password-expiry-notice.ts';
import { daysAgo, testCheck } from '../../../kit/test-check.ts';

const left = (days: number) => ({ passwordExpiresAt: daysAgo(-days).toISOString() });

testCheck(check, {
  pass: [{ name: '15 days left', facts: left(15) }],
  fail: [
    { name: '14 days left', facts: left(14), because: /expires on 2026-12-04/ },
    { name: 'today', facts: left(0), because: /2026-11-20/ },
    {
      name: '15 days left, an earlier notice asked for',
      facts: left(15),
      settings: { noticeDays: 30 },
      because: /expires/,
    },
  ],
  notApplicable: [
    { name: 'does not expire', facts: { passwordExpiresAt: null } },
    { name: 'expired yesterday', facts: left(-1), because: /expired/ },
  ],
});
