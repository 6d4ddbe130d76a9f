import type { Subject } from '../../../domain/catalog.ts';
import { CloudError } from '../../../domain/errors.ts';
import { fromFacts, knownValue, settable } from '../collect.ts';
import { keyManager, keyManagerPermissions } from '../kms/key-manager.ts';
import { until } from '../until.ts';
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
    permissions: ['dynamodb:UpdateTable', 'dynamodb:DescribeTable'],
    calls: () => ['UpdateTable'],
    async put(client, { name: TableName, region }, value) {
      if (value !== null && value.customerKey !== null)
        throw new CloudError('unsupported', 'a key of the customer takes rights in KMS: a person sets it');
      const dynamoDb = await client.service('dynamoDb', region);
      await dynamoDb.updateTable({
        TableName,
        SSESpecification: value === null ? { Enabled: false } : { Enabled: true, SSEType: 'KMS' },
      });
      const becomes = value === null ? 'DISABLED' : 'ENABLED';
      // The table stays in use meanwhile, and of a key that AWS owns it tells nothing at all.
      await until(client.signal, async () => {
        const { Table: now } = await dynamoDb.describeTable({ TableName });
        return now?.TableStatus === 'ACTIVE' && (now.SSEDescription?.Status ?? 'DISABLED') === becomes;
      });
    },
  },
);
