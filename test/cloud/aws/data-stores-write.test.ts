import { describe, expect, test } from 'vitest';
import { testAccountId } from '../../kit/aws/environment.ts';
import { recordedPuts } from './recorded-put.ts';

const region = 'us-east-1';

describe('what can be set of data stores that moto does not play, over recorded answers', () => {
  const put = recordedPuts({
    PutBackupPolicy: { BackupPolicy: { Status: 'ENABLING' } },
  });
  const fileSystem = {
    id: `arn:aws:elasticfilesystem:us-east-1:${testAccountId}:file-system/fs-1`,
    name: 'fs-1',
    region,
  };
  test('automatic backups of a file system, on and off', async () => {
    for (const [on, Status] of [
      [true, 'ENABLED'],
      [false, 'DISABLED'],
    ] as const)
      expect(await put('aws.efs.fileSystem', 'automaticBackups', fileSystem, on)).toEqual([
        {
          operation: 'PutBackupPolicy',
          path: '/2015-02-01/file-systems/fs-1/backup-policy',
          body: { BackupPolicy: { Status } },
        },
      ]);
  });

  test('what could only be made wider or undone by nobody is refused', async () => {
    await expect(put('aws.efs.fileSystem', 'policy', fileSystem, null)).rejects.toThrow(/never taken away/);
    const domain = { id: 'arn:aws:es:us-east-1:1:domain/search', name: 'search', region };
    for (const fact of ['nodeToNodeEncryption', 'encryptedAtRest'])
      await expect(put('aws.opensearch.domain', fact, domain, false)).rejects.toThrow(/cannot turn/);
  });
});
