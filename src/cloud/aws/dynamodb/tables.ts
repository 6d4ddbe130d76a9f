import type { TableDescription } from '@aws-sdk/client-dynamodb';
import { everyOf, itemsOf, orNone, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';

type Capacity = {
  readonly read: number;
  readonly write: number;
};

/** What the checks need of a table's description. Small, for it is kept during the scan. */
export interface Table {
  readonly status: string;
  /** Paid by request: there is no provisioned capacity, and DynamoDB tells nought. */
  readonly onDemand: boolean;
  readonly capacity: Capacity;
  /** Of its global secondary indexes, by name. */
  readonly indexes: Readonly<Record<string, Capacity>>;
  /** The KMS key that it reports; null: none, and DynamoDB encrypts with a key of its own. */
  readonly keyArn: string | null;
  /** Regions that hold a copy of it, where it is a global table. */
  readonly replicas: readonly string[];
}

const capacityOf = (
  told: { ReadCapacityUnits?: number | undefined; WriteCapacityUnits?: number | undefined } | undefined,
): Capacity => ({ read: told?.ReadCapacityUnits ?? 0, write: told?.WriteCapacityUnits ?? 0 });

function tableFrom(told: TableDescription): Table {
  const { SSEDescription: sse } = told;
  const isEncrypted = sse !== undefined && sse.Status !== 'DISABLED' && sse.Status !== 'DISABLING';
  return {
    status: present(told.TableStatus, 'TableStatus'),
    onDemand: told.BillingModeSummary?.BillingMode === 'PAY_PER_REQUEST',
    capacity: capacityOf(told.ProvisionedThroughput),
    indexes: Object.fromEntries(
      (told.GlobalSecondaryIndexes ?? []).map((index) => [
        index.IndexName ?? '',
        capacityOf(index.ProvisionedThroughput),
      ]),
    ),
    keyArn: isEncrypted ? present(sse.KMSMasterKeyArn, 'KMSMasterKeyArn') : null,
    replicas: (told.Replicas ?? []).flatMap(({ RegionName }) => RegionName ?? []),
  };
}

/** The names of the region's tables: asked once per scan. */
export const tableNames = (reader: AwsReader, region: string): Promise<readonly string[]> =>
  reader.remember(`dynamodb:ListTables:${region}`, async () => {
    const pages = (await reader.service('dynamoDb', region)).paginateListTables({ Limit: 100 });
    return everyOf(itemsOf(pages, (page) => page.TableNames, 'ListTables'));
  });

/** A table's description, asked once per scan: the table itself and its region both need it. Null: it is gone. */
export const tableOf = (reader: AwsReader, region: string, TableName: string): Promise<Table | null> =>
  reader.remember(`dynamodb:DescribeTable:${region}:${TableName}`, async () => {
    const dynamoDb = await reader.service('dynamoDb', region);
    const told = await orNone(dynamoDb.describeTable({ TableName }), 'ResourceNotFoundException');
    return told === null ? null : tableFrom(present(told.Table, 'the table'));
  });
