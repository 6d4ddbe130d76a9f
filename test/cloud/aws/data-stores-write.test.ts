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

  const table = { id: `arn:aws:dynamodb:us-east-1:${testAccountId}:table/records`, name: 'records', region };
  const arn = `arn:aws:kms:us-east-1:${testAccountId}:key/managed`;
  const update = (SSESpecification: object) => ({
    operation: 'UpdateTable',
    path: '/',
    body: { TableName: 'records', SSESpecification },
  });
  const looked = { operation: 'DescribeTable', path: '/', body: { TableName: 'records' } };
  const encrypts = recordedPuts({
    UpdateTable: { TableDescription: { TableStatus: 'UPDATING' } },
    DescribeTable: {
      Table: {
        TableStatus: 'ACTIVE',
        SSEDescription: { Status: 'ENABLED', SSEType: 'KMS', KMSMasterKeyArn: arn },
      },
    },
  });
  test('the key that AWS manages encrypts a table', async () => {
    expect(await encrypts('aws.dynamodb.table', 'encryption', table, { customerKey: null })).toEqual([
      update({ Enabled: true, SSEType: 'KMS' }),
      looked,
    ]);
  });

  const returns = recordedPuts({
    UpdateTable: { TableDescription: { TableStatus: 'UPDATING' } },
    DescribeTable: { Table: { TableStatus: 'ACTIVE' } },
  });
  test('a key that AWS owns encrypts it again', async () => {
    expect(await returns('aws.dynamodb.table', 'encryption', table, null)).toEqual([
      update({ Enabled: false }),
      looked,
    ]);
  });

  test('a key of the customer is never set, and a vault never locked for good', async () => {
    const own = { customerKey: arn };
    await expect(put('aws.dynamodb.table', 'encryption', table, own)).rejects.toThrow(/a person sets it/);
    const vault = { id: `arn:aws:backup:us-east-1:${testAccountId}:backup-vault:v`, name: 'v', region };
    const lock = { on: true, forGoodFrom: '2026-12-01T00:00:00.000Z' };
    await expect(put('aws.backup.vault', 'lock', vault, lock)).rejects.toThrow(/never set from here/);
  });

  test('what could only be made wider or undone by nobody is refused', async () => {
    await expect(put('aws.efs.fileSystem', 'policy', fileSystem, null)).rejects.toThrow(/never taken away/);
    const domain = { id: 'arn:aws:es:us-east-1:1:domain/search', name: 'search', region };
    for (const fact of ['nodeToNodeEncryption', 'encryptedAtRest'])
      await expect(put('aws.opensearch.domain', fact, domain, false)).rejects.toThrow(/cannot turn/);
  });
});
