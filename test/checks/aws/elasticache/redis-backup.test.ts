import check from '../../../../checks/aws/elasticache/redis-backup.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [
    { name: '15 days', facts: { snapshotRetentionDays: 15 } },
    {
      name: '1 day, and no more is asked for',
      facts: { snapshotRetentionDays: 1 },
      settings: { minDays: 1 },
    },
  ],
  fail: [
    { name: '14 days', facts: { snapshotRetentionDays: 14 }, because: /14 days/ },
    { name: 'none', facts: { snapshotRetentionDays: 0 }, because: /no daily snapshot/ },
  ],
});
