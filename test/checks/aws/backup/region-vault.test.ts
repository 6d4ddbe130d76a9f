import check from '../../../../checks/aws/backup/region-vault.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [
    { name: 'there is one', facts: { backupVaults: { count: 1, recoveryPoints: 0 }, backupTaggedStores: 0 } },
  ],
  fail: [
    {
      name: 'none, and a store',
      facts: { backupVaults: { count: 0, recoveryPoints: 0 }, backupTaggedStores: 1 },
      because: /no backup vault/,
    },
  ],
  notApplicable: [
    {
      name: 'none, and no store',
      facts: { backupVaults: { count: 0, recoveryPoints: 0 }, backupTaggedStores: 0 },
    },
  ],
});
