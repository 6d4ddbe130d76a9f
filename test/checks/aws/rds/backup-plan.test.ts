import check from '../../../../checks/aws/rds/backup-plan.ts';
import { testCheck } from '../../../kit/test-check.ts';

const alone = { memberOf: null, replicaOf: null };
const protection = { plans: ['nightly'], lastBackupAt: null };
const none = { plans: [], lastBackupAt: null };

testCheck(check, {
  pass: [
    { name: 'in a plan', facts: { ...alone, protection } },
    { name: 'a replica in a plan', facts: { memberOf: null, replicaOf: 'records', protection } },
  ],
  fail: [{ name: 'in none', facts: { ...alone, protection: none }, because: /no backup plan/ }],
  notApplicable: [
    {
      name: 'of a cluster',
      facts: { memberOf: 'records', replicaOf: null, protection: none },
      because: /cluster records/,
    },
    {
      name: 'a read replica',
      facts: { memberOf: null, replicaOf: 'records', protection: none },
      because: /replica: records/,
    },
  ],
});
