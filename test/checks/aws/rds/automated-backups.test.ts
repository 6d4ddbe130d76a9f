import check from '../../../../checks/aws/rds/automated-backups.ts';
import { testCheck } from '../../../kit/test-check.ts';

const days = (now: number, ordered = now) => ({
  memberOf: null,
  replicaOf: null,
  backupRetentionDays: now,
  orderedBackupRetentionDays: ordered,
});

testCheck(check, {
  pass: [
    { name: 'one day', facts: days(1) },
    { name: 'seven days, and seven are asked for', facts: days(7), settings: { minDays: 7 } },
    { name: 'a replica with backups of its own', facts: { ...days(1), replicaOf: 'records' } },
  ],
  fail: [
    { name: 'off', facts: days(0), because: /^automated backups are off$/ },
    { name: 'off, and ordered', facts: days(0, 7), because: /off; 7 days are ordered/ },
    {
      name: 'six days, and seven are asked for',
      facts: days(6),
      settings: { minDays: 7 },
      because: /kept for 6 days$/,
    },
  ],
  notApplicable: [
    { name: 'of a cluster', facts: { ...days(0), memberOf: 'records' }, because: /cluster records/ },
    { name: 'a read replica', facts: { ...days(0), replicaOf: 'records' }, because: /replica: records/ },
  ],
});
