import remedy from '../../../../remedies/aws/rds/auto-minor-upgrade.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

testRemedy(remedy, {
  cures: [{ name: 'off', current: false, after: true, facts: { engine: 'postgres' } }],
  consequences: [
    {
      name: 'a restart when a patch is due',
      current: false,
      facts: { memberOf: null },
      verdict: 'breaks',
      says: [['breaks', /restarted/]],
      saysNot: [/cluster/],
    },
    {
      name: 'a server of a cluster',
      current: false,
      facts: { memberOf: 'records' },
      verdict: 'breaks',
      says: [['unknown', /cluster records/]],
    },
  ],
});
