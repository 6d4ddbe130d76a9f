import remedy from '../../../../remedies/aws/elasticache/redis-backup.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

testRemedy(remedy, {
  cures: [
    { name: 'none', current: 0, after: 15 },
    { name: '14 days', current: 14, after: 15 },
  ],
  cannot: [
    { name: 'more than ElastiCache keeps', current: 0, settings: { minDays: 36 }, because: /1 to 35/ },
    { name: 'none is asked for', current: 0, settings: { minDays: 0 }, because: /1 to 35/ },
  ],
  consequences: [
    {
      name: 'the first snapshots may slow a node down',
      current: 0,
      verdict: 'unknown',
      says: [['unknown', /little memory/]],
    },
    { name: 'more of them', current: 14, verdict: 'safe' },
  ],
});
