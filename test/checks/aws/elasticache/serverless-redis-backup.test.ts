import check from '../../../../checks/aws/elasticache/serverless-redis-backup.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: '15 days', facts: { engine: 'redis', snapshotRetentionDays: 15 } }],
  fail: [
    { name: '14 days', facts: { engine: 'redis', snapshotRetentionDays: 14 }, because: /14 days/ },
    { name: 'none', facts: { engine: 'redis', snapshotRetentionDays: 0 }, because: /no daily snapshot/ },
  ],
  notApplicable: [
    { name: 'Memcached', facts: { engine: 'memcached', snapshotRetentionDays: 0 }, because: /Memcached/ },
  ],
});
