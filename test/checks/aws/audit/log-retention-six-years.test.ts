import check from '../../../../checks/aws/audit/log-retention-six-years.ts';
import { testCheck } from '../../../kit/test-check.ts';

const kept = (keptDays: number | null, asOldVersions = false, removedOn: string | null = null) => ({
  logRetention: { keptDays, removedOn, asOldVersions },
});

testCheck(check, {
  pass: [
    { name: 'no rule', facts: kept(null) },
    { name: 'hidden, kept as old versions', facts: kept(null, true) },
    { name: '2192 days', facts: kept(2192) },
    { name: '365 days, by a shorter policy', facts: kept(365), settings: { retentionDays: 365 } },
  ],
  fail: [
    { name: '2191 days', facts: kept(2191), because: /after 2191 days.*sets no period for logs/ },
    { name: 'all on one day', facts: kept(null, false, '2027-01-01T00:00:00.000Z'), because: /2027-01-01/ },
  ],
});
