import { describe, expect, test } from 'vitest';
import { testAccountId } from '../../kit/aws/environment.ts';
import { recordedPuts } from './recorded-put.ts';

const region = 'us-east-1';

describe('what can be set of data stores that moto does not play, over recorded answers', () => {
  const put = recordedPuts({
    UpdateTable: { TableDescription: {} },
    PutBackupPolicy: { BackupPolicy: { Status: 'ENABLING' } },
  });
  const table = { id: `arn:aws:dynamodb:us-east-1:${testAccountId}:table/records`, name: 'records', region };
  const fileSystem = {
    id: `arn:aws:elasticfilesystem:us-east-1:${testAccountId}:file-system/fs-1`,
    name: 'fs-1',
    region,
  };
  const sse = async (value: object | null) => {
    const sent = await put('aws.dynamodb.table', 'encryption', table, value);
    expect(sent.map(({ operation }) => operation)).toEqual(['UpdateTable']);
    return sent[0]?.body;
  };

  test('the key of a table: of the customer, of AWS in the account, none', async () => {
    const key = `arn:aws:kms:us-east-1:${testAccountId}:key/k`;
    expect(await sse({ customerKey: key })).toEqual({
      TableName: 'records',
      SSESpecification: { Enabled: true, SSEType: 'KMS', KMSMasterKeyId: key },
    });
    expect(await sse({ customerKey: null })).toEqual({
      TableName: 'records',
      SSESpecification: { Enabled: true, SSEType: 'KMS' },
    });
    expect(await sse(null)).toEqual({ TableName: 'records', SSESpecification: { Enabled: false } });
  });

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
