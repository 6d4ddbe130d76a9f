import type { Subject } from '../../../domain/catalog.ts';
import { fromFacts, knownValue, settable } from '../collect.ts';
import { keyManager, keyManagerPermissions } from '../kms/key-manager.ts';
import type { Table } from './tables.ts';

type Encryption = {
  /** Null: the key that AWS minds for DynamoDB in this account. */
  readonly customerKey: string | null;
};

/** The KMS encryption that was set; `null`: none, and DynamoDB encrypts with a key that AWS owns. */
export const encryption = settable(
  fromFacts(
    ['description'],
    async ({ description }, { region }: Subject, reader): Promise<Encryption | null> => {
      const { keyArn } = knownValue<Table>(description);
      const manager = await keyManager(reader, region, keyArn);
      if (manager === 'none') return null;
      return { customerKey: manager === 'customer' ? keyArn : null };
    },
    keyManagerPermissions,
  ),
  {
    // DynamoDB asks KMS in the name of whoever sets the key.
    permissions: [
      'dynamodb:UpdateTable',
      'kms:CreateGrant',
      'kms:Decrypt',
      'kms:DescribeKey',
      'kms:Encrypt',
      'kms:GenerateDataKey',
      'kms:ReEncryptFrom',
      'kms:ReEncryptTo',
    ],
    // The key may be another account's, but not another region's.
    resources: ({ id }) => [id, `arn:${id.split(':')[1]}:kms:${id.split(':')[3]}:*:key/*`],
    calls: () => ['UpdateTable'],
    implies: (value, { description }) =>
      description?.known
        ? {
            description: {
              ...(description.value as Table),
              keyArn: value === null ? null : (value.customerKey ?? 'alias/aws/dynamodb'),
            },
          }
        : {},
    async put(client, { name: TableName, region }, value) {
      const dynamoDb = await client.service('dynamoDb', region);
      // The key that AWS minds for DynamoDB must not be named: it is meant where none is.
      const key = value?.customerKey ? { KMSMasterKeyId: value.customerKey } : {};
      await dynamoDb.updateTable({
        TableName,
        SSESpecification: value === null ? { Enabled: false } : { Enabled: true, SSEType: 'KMS', ...key },
      });
    },
  },
);
