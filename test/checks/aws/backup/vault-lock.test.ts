import check from '../../../../checks/aws/backup/vault-lock.ts';
import { testCheck } from '../../../kit/test-check.ts';

const type = 'BACKUP_VAULT';
const any = { minRetentionDays: null, maxRetentionDays: null };

testCheck(check, {
  pass: [
    { name: 'by governance', facts: { type, lock: { on: true, forGoodFrom: null, ...any } } },
    {
      name: 'for good',
      facts: { type, lock: { on: true, forGoodFrom: '2026-12-01T00:00:00.000Z', ...any } },
    },
  ],
  fail: [{ name: 'off', facts: { type, lock: { on: false, forGoodFrom: null, ...any } }, because: /is off/ }],
  notApplicable: [
    {
      name: "another account's",
      facts: { type: 'RESTORE_ACCESS_BACKUP_VAULT', lock: { on: false, forGoodFrom: null, ...any } },
    },
  ],
});
