import type { BackupVaultListMember } from '@aws-sdk/client-backup';
import type { Subject } from '../../../domain/catalog.ts';
import { CloudError } from '../../../domain/errors.ts';
import { fromListing, present, settable } from '../collect.ts';

export interface VaultSubject extends Subject {
  readonly vault: BackupVaultListMember;
}

type Lock = {
  readonly on: boolean;
  /** From this day nobody can take the lock off; null: whoever has the rights can. */
  readonly forGoodFrom: string | null;
  /** Jobs that keep for less, or for more, fail; null: any will do. */
  readonly minRetentionDays: number | null;
  readonly maxRetentionDays: number | null;
};

const off: Lock = { on: false, forGoodFrom: null, minRetentionDays: null, maxRetentionDays: null };

/** A logically air-gapped vault is locked for good from its first day. */
function lockOf({ vault }: VaultSubject): Lock {
  const isAirGapped = vault.VaultType === 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT';
  if (!isAirGapped && !present(vault.Locked, 'Locked')) return off;
  return {
    on: true,
    forGoodFrom: (isAirGapped ? vault.CreationDate : vault.LockDate)?.toISOString() ?? null,
    minRetentionDays: vault.MinRetentionDays ?? null,
    maxRetentionDays: vault.MaxRetentionDays ?? null,
  };
}

/** Written by governance only: whoever has the rights can take it off, and undo does. */
export const lock = settable(fromListing(lockOf), {
  permissions: ['backup:PutBackupVaultLockConfiguration', 'backup:DeleteBackupVaultLockConfiguration'],
  calls: ({ after }) => [after.on ? 'PutBackupVaultLockConfiguration' : 'DeleteBackupVaultLockConfiguration'],
  async put(client, { name: BackupVaultName, region }, { on, forGoodFrom, ...days }) {
    if (forGoodFrom !== null)
      throw new CloudError('unsupported', 'a lock that nobody can take off is never set from here');
    const backup = await client.service('backup', region);
    if (!on) await backup.deleteBackupVaultLockConfiguration({ BackupVaultName });
    else
      await backup.putBackupVaultLockConfiguration({
        BackupVaultName,
        ...(days.minRetentionDays !== null && { MinRetentionDays: days.minRetentionDays }),
        ...(days.maxRetentionDays !== null && { MaxRetentionDays: days.maxRetentionDays }),
      });
  },
});
