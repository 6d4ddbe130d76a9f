import check from '../../../../checks/aws/backup/vault-manual-deletion-blocked.ts';
import { testCheck } from '../../../kit/test-check.ts';

const type = 'BACKUP_VAULT';
const any = { minRetentionDays: null, maxRetentionDays: null };
const off = { on: false, forGoodFrom: null, ...any };

testCheck(check, {
  pass: [
    { name: 'denied', facts: { type, lock: off, deletionBlocked: true } },
    {
      name: 'locked for good this moment',
      facts: {
        type,
        lock: { on: true, forGoodFrom: '2026-11-20T12:00:00.000Z', ...any },
        deletionBlocked: false,
      },
    },
    {
      name: 'air-gapped',
      facts: {
        type: 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT',
        lock: { on: true, forGoodFrom: null, ...any },
        deletionBlocked: false,
      },
    },
  ],
  fail: [
    {
      name: 'not denied',
      facts: { type, lock: off, deletionBlocked: false },
      because: /DeleteRecoveryPoint/,
    },
    {
      name: 'a lock that can be taken off',
      facts: { type, lock: { on: true, forGoodFrom: null, ...any }, deletionBlocked: false },
      because: /does not deny/,
    },
    {
      name: 'a lock that is for good tomorrow',
      facts: {
        type,
        lock: { on: true, forGoodFrom: '2026-11-20T12:00:00.001Z', ...any },
        deletionBlocked: false,
      },
      because: /does not deny/,
    },
  ],
  notApplicable: [
    {
      name: "another account's",
      facts: { type: 'RESTORE_ACCESS_BACKUP_VAULT', lock: off, deletionBlocked: false },
    },
  ],
});
