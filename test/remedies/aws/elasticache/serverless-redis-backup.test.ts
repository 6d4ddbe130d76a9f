import remedy from '../../../../remedies/aws/elasticache/serverless-redis-backup.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

testRemedy(remedy, {
  cures: [
    { name: 'none', current: 0, after: 15, facts: { engine: 'redis' } },
    { name: '14 days', current: 14, after: 15, facts: { engine: 'redis' } },
  ],
  cannot: [
    { name: 'more than ElastiCache keeps', current: 0, settings: { minDays: 36 }, because: /1 to 35/ },
    { name: 'none is asked for', current: 0, settings: { minDays: 0 }, because: /1 to 35/ },
  ],
  consequences: [{ name: 'nothing breaks', current: 0, verdict: 'safe' }],
});
