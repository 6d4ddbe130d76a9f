import type { Subject } from '../../../domain/catalog.ts';
import { fromCall, orNone, present, settable } from '../collect.ts';

/** Whether EFS has AWS Backup back the file system up every day. */
export const automaticBackups = settable(
  fromCall(
    ['elasticfilesystem:DescribeBackupPolicy'],
    async (reader, { name: FileSystemId, region }: Subject): Promise<boolean> => {
      const efs = await reader.service('efs', region);
      const told = await orNone(efs.describeBackupPolicy({ FileSystemId }), 'PolicyNotFound');
      if (told === null) return false;
      const status = present(told.BackupPolicy?.Status, 'the status of the backup policy');
      return status === 'ENABLED' || status === 'ENABLING';
    },
  ),
  {
    permissions: ['elasticfilesystem:PutBackupPolicy'],
    calls: () => ['PutBackupPolicy'],
    async put(client, { name: FileSystemId, region }, on) {
      const efs = await client.service('efs', region);
      await efs.putBackupPolicy({ FileSystemId, BackupPolicy: { Status: on ? 'ENABLED' : 'DISABLED' } });
    },
  },
);
