import remedy from '../../../../remedies/aws/rds/automated-backups.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';
import { waitsFor } from './waits-for.ts';

const off = { memberOf: null, replicaOf: null, backupRetentionDays: 0 };

testRemedy(remedy, {
  cures: [
    { name: 'off', current: 0, after: 7, facts: off },
    { name: 'two weeks are asked for', current: 0, after: 14, settings: { days: 14 }, facts: off },
  ],
  cannot: [
    { name: 'more than RDS keeps', current: 0, settings: { days: 36 }, because: /1 to 35/ },
    { name: 'none', current: 0, settings: { days: 0 }, because: /1 to 35/ },
    {
      name: 'a change that waits, and would be made at once, too',
      current: 3,
      at: { subject: waitsFor('DBInstanceClass', 'BackupRetentionPeriod') },
      because: /^DBInstanceClass waits/,
    },
  ],
  consequences: [
    {
      name: 'the disk may stall',
      current: 0,
      verdict: 'breaks',
      says: [['breaks', /may stall/]],
      saysNot: [/maintenance window/],
    },
    {
      name: 'more days of what is on',
      current: 3,
      verdict: 'safe',
      saysNot: [/stall/],
    },
  ],
});
