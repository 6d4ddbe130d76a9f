import type { RecoveryPointByBackupVault } from '@aws-sdk/client-backup';
import type { ResourceKind, Subject } from '../../../domain/catalog.ts';
import { fromListing, itemsOf, present, settable } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { backupVaults } from './vaults.ts';

interface RecoveryPoint extends Subject {
  readonly point: RecoveryPointByBackupVault;
}

/** Vault by vault, page by page: there may be millions. A view of another account's vault holds nothing of this one. */
async function* list(reader: AwsReader, region: string): AsyncIterable<RecoveryPoint> {
  const backup = await reader.service('backup', region);
  for (const { BackupVaultName, VaultType } of await backupVaults(reader, region)) {
    if (VaultType === 'RESTORE_ACCESS_BACKUP_VAULT') continue;
    const pages = backup.paginateListRecoveryPointsByBackupVault({ BackupVaultName, MaxResults: 1000 });
    for await (const point of itemsOf(
      pages,
      (page) => page.RecoveryPoints,
      'ListRecoveryPointsByBackupVault',
    )) {
      const id = present(point.RecoveryPointArn, 'the ARN');
      yield { id, region, name: id.split(':').slice(5).join(':'), point };
    }
  }
}

/** As people would say it: completed, or on its way in or out. */
const state = fromListing(({ point }: RecoveryPoint): string => present(point.Status, 'Status'));

/** What it holds, for words: "DynamoDB table/records". */
const of = fromListing(({ point }: RecoveryPoint): string => {
  const name = point.ResourceName || point.ResourceArn?.split(':').slice(5).join(':') || 'something';
  return [point.ResourceType, name].filter(Boolean).join(' ');
});

type Lifecycle = {
  readonly deleteAfterDays: number | null;
  readonly moveToColdStorageAfterDays: number | null;
};

const daysOf = (days: number | undefined) => (days !== undefined && days > 0 ? days : null);

/** Days after which it is deleted, and moved to cold storage; null: never. */
const lifecycle = settable(
  fromListing(
    ({ point }: RecoveryPoint): Lifecycle => ({
      deleteAfterDays: daysOf(point.Lifecycle?.DeleteAfterDays),
      moveToColdStorageAfterDays: daysOf(point.Lifecycle?.MoveToColdStorageAfterDays),
    }),
  ),
  {
    permissions: ['backup:UpdateRecoveryPointLifecycle'],
    // The ARN of a point is that of the service that keeps it, and AWS Backup's guide asks for the vault as well.
    resources: ({ id, point }) => [id, ...(point?.BackupVaultArn ? [point.BackupVaultArn] : [])],
    calls: () => ['UpdateRecoveryPointLifecycle'],
    async put(client, subject, { deleteAfterDays, moveToColdStorageAfterDays }) {
      const backup = await client.service('backup', subject.region);
      const { BackupVaultName, Lifecycle: is } = (subject as RecoveryPoint).point;
      const keeps = deleteAfterDays === null && moveToColdStorageAfterDays === null;
      await backup.updateRecoveryPointLifecycle({
        BackupVaultName,
        RecoveryPointArn: subject.id,
        // What is not said is taken away, and -1 is known of both together only.
        Lifecycle: keeps
          ? { DeleteAfterDays: -1, MoveToColdStorageAfterDays: -1 }
          : {
              DeleteAfterDays: deleteAfterDays ?? -1,
              ...(moveToColdStorageAfterDays !== null && {
                MoveToColdStorageAfterDays: moveToColdStorageAfterDays,
              }),
              ...(is?.OptInToArchiveForSupportedResources !== undefined && {
                OptInToArchiveForSupportedResources: is.OptInToArchiveForSupportedResources,
              }),
            },
      });
    },
  },
);

export const recoveryPoint = {
  title: 'Recovery point',
  scope: 'regional',
  permissions: ['backup:ListBackupVaults', 'backup:ListRecoveryPointsByBackupVault'],
  pattern: ({ id, partition }, region) => `arn:${partition}:backup:${region}:${id}:recovery-point:*`,
  list,
  facts: {
    state,
    of,
    encrypted: fromListing(({ point }: RecoveryPoint): boolean => present(point.IsEncrypted, 'IsEncrypted')),
    lifecycle,
  },
} as const satisfies ResourceKind<RecoveryPoint>;
