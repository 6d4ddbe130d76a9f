import remedy from '../../../../remedies/aws/rds/instance-multi-az.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';
import { waitsFor } from './waits-for.ts';

const alone = { engine: 'postgres', memberOf: null, replicaOf: null, multiAz: false };

testRemedy(remedy, {
  cures: [{ name: 'no standby', current: false, after: true, facts: alone }],
  cannot: [
    {
      name: 'a change that waits, and would be made at once, too',
      current: false,
      at: { subject: waitsFor('EngineVersion') },
      because: /EngineVersion waits/,
    },
  ],
  consequences: [
    {
      name: 'how much slower cannot be told',
      current: false,
      facts: { engine: 'postgres' },
      verdict: 'unknown',
      says: [['unknown', /slower/]],
    },
    {
      name: 'SQL Server Express',
      current: false,
      facts: { engine: 'sqlserver-ex' },
      verdict: 'breaks',
      says: [['breaks', /Express/]],
    },
  ],
});
