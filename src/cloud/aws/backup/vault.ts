import type { ResourceKind } from '../../../domain/catalog.ts';
import { fromAccount, fromListing, present } from '../collect.ts';
import { type KeyManager, keyManager, keyManagerPermissions } from '../kms/key-manager.ts';
import type { AwsReader } from '../reader.ts';
import { lock, type VaultSubject } from './vault-lock.ts';
import { accessPolicy, deletionBlocked } from './vault-policy.ts';
import { backupVaults } from './vaults.ts';

async function* list(reader: AwsReader, region: string): AsyncIterable<VaultSubject> {
  for (const vault of await backupVaults(reader, region))
    yield {
      id: present(vault.BackupVaultArn, 'the ARN'),
      region,
      name: present(vault.BackupVaultName, 'BackupVaultName'),
      vault,
    };
}

export const vault = {
  title: 'Backup vault',
  scope: 'regional',
  permissions: ['backup:ListBackupVaults'],
  pattern: ({ id, partition }, region) => `arn:${partition}:backup:${region}:${id}:backup-vault:*`,
  list,
  facts: {
    /** `BACKUP_VAULT`, or one that AWS made for copies or for access to another account's. */
    type: fromListing(({ vault }: VaultSubject): string => vault.VaultType ?? 'BACKUP_VAULT'),
    encryptedBy: fromAccount(
      keyManagerPermissions,
      async (reader, { vault, region }: VaultSubject): Promise<KeyManager> =>
        // A key that AWS owns is of none of the customer's accounts, and would be taken for another customer's.
        vault.EncryptionKeyType === 'AWS_OWNED_KMS_KEY'
          ? 'AWS'
          : keyManager(reader, region, vault.EncryptionKeyArn),
    ),
    lock,
    accessPolicy,
    deletionBlocked,
  },
} as const satisfies ResourceKind<VaultSubject>;
