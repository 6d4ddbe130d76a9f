import type { Subject } from '../../../domain/catalog.ts';
import { fromFacts, knownValue, settable } from '../collect.ts';
import { until } from '../until.ts';
import type { Table } from './tables.ts';

type Provisioned = {
  readonly capacity: Table['capacity'];
  readonly indexes: Table['indexes'];
};

const throughput = ({ read, write }: Table['capacity']) => ({
  ReadCapacityUnits: read,
  WriteCapacityUnits: write,
});

/** The capacity that is paid for, of the table and its indexes; `null`: the table is paid by request and grows by itself. */
export const billing = settable(
  fromFacts(['description'], ({ description }, _table: Subject): Provisioned | null => {
    const { onDemand, capacity, indexes } = knownValue<Table>(description);
    return onDemand ? null : { capacity, indexes };
  }),
  {
    permissions: ['dynamodb:UpdateTable', 'dynamodb:DescribeTable'],
    calls: () => ['UpdateTable'],
    implies: (value, { description }) =>
      description?.known
        ? { description: { ...(description.value as Table), onDemand: value === null, ...value } }
        : {},
    async put(client, { name: TableName, region }, value) {
      const dynamoDb = await client.service('dynamoDb', region);
      const updates = Object.entries(value?.indexes ?? {}).map(([IndexName, capacity]) => ({
        Update: { IndexName, ProvisionedThroughput: throughput(capacity) },
      }));
      await dynamoDb.updateTable({
        TableName,
        ...(value === null
          ? { BillingMode: 'PAY_PER_REQUEST' }
          : { BillingMode: 'PROVISIONED', ProvisionedThroughput: throughput(value.capacity) }),
        ...(updates.length > 0 && { GlobalSecondaryIndexUpdates: updates }),
      });
      await until(client.signal, async () => {
        const { Table: now } = await dynamoDb.describeTable({ TableName });
        return (
          now?.TableStatus === 'ACTIVE' &&
          (now.GlobalSecondaryIndexes ?? []).every(({ IndexStatus }) => IndexStatus === 'ACTIVE')
        );
      });
    },
  },
);
