import check from '../../../../checks/aws/rds/ca-certificate-expiring.ts';
import { daysAgo, testCheck } from '../../../kit/test-check.ts';

const inDays = (days: number) => ({
  certificate: { authority: 'rds-ca-rsa2048-g1', until: daysAgo(-days).toISOString() },
});

testCheck(check, {
  pass: [
    { name: '30 days left', facts: inDays(30) },
    { name: '7 days left, and no more are asked for', facts: inDays(7), settings: { minDaysLeft: 7 } },
  ],
  fail: [
    { name: '29 days left', facts: inDays(29), because: /rds-ca-rsa2048-g1 ends on 2026-12-19/ },
    { name: 'over', facts: inDays(-1), because: /ended on 2026-11-19/ },
  ],
  notApplicable: [{ name: 'RDS Custom', facts: { certificate: null }, because: /no certificate/ }],
});
