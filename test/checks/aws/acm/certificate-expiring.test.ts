import check from '../../../../checks/aws/acm/certificate-expiring.ts';
import { daysAgo, testCheck, today } from '../../../kit/test-check.ts';

const validity = { status: 'ISSUED', used: true, imported: false };

testCheck(check, {
  pass: [{ name: '30 days left', facts: { validity: { ...validity, until: daysAgo(-30).toISOString() } } }],
  fail: [
    {
      name: '29 days left',
      facts: { validity: { ...validity, until: daysAgo(-29).toISOString() } },
      because: /ACM has not renewed it/,
    },
    {
      name: '29 days left, imported',
      facts: { validity: { ...validity, imported: true, until: daysAgo(-29).toISOString() } },
      because: /expires on 2026-12-19, and it was imported/,
    },
    {
      name: 'a moment ago',
      facts: { validity: { ...validity, until: today.toISOString() } },
      because: /expired on 2026-11-20/,
    },
    {
      name: 'expired',
      facts: { validity: { ...validity, status: 'EXPIRED', until: daysAgo(5).toISOString() } },
      because: /expired on 2026-11-15/,
    },
    {
      name: 'revoked',
      facts: { validity: { ...validity, status: 'REVOKED', until: daysAgo(-200).toISOString() } },
      because: /revoked/,
    },
  ],
  notApplicable: [
    { name: 'never issued', facts: { validity: { ...validity, status: 'PENDING_VALIDATION', until: null } } },
    { name: 'unused', facts: { validity: { ...validity, used: false, until: daysAgo(5).toISOString() } } },
  ],
});
