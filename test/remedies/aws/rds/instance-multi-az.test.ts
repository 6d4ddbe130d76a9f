import remedy from '../../../../remedies/aws/rds/instance-multi-az.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const alone = { engine: 'postgres', memberOf: null, replicaOf: null, multiAz: false };

testRemedy(remedy, {
  cures: [{ name: 'no standby', current: false, after: true, facts: alone }],
  consequences: [
    {
      name: 'how much slower cannot be told',
      current: false,
      facts: { engine: 'postgres', pending: [] },
      verdict: 'unknown',
      says: [['unknown', /slower/]],
    },
    {
      name: 'SQL Server Express',
      current: false,
      facts: { engine: 'sqlserver-ex', pending: [] },
      verdict: 'breaks',
      says: [['breaks', /Express/]],
    },
    {
      name: 'a change that waits',
      current: false,
      facts: { engine: 'postgres', pending: ['EngineVersion'] },
      verdict: 'breaks',
      says: [['breaks', /EngineVersion waits/]],
    },
  ],
});
