import type { BackupVaultListMember } from '@aws-sdk/client-backup';
import { everyOf, itemsOf } from '../collect.ts';
import type { AwsReader } from '../reader.ts';

/** The backup vaults of the region: asked once per scan. */
export const backupVaults = (reader: AwsReader, region: string): Promise<readonly BackupVaultListMember[]> =>
  reader.remember(`backup:ListBackupVaults:${region}`, async () => {
    const backup = await reader.service('backup', region);
    const pages = backup.paginateListBackupVaults({ MaxResults: 1000 });
    return everyOf(itemsOf(pages, (page) => page.BackupVaultList, 'ListBackupVaults'));
  });
