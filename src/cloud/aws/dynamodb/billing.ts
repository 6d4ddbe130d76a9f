import type { Subject } from '../../../domain/catalog.ts';
import { fromFacts, knownValue, settable } from '../collect.ts';
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
    permissions: ['dynamodb:UpdateTable'],
    calls: () => ['UpdateTable'],
    implies: (value, { description }) =>
      description?.known
        ? { description: { ...(description.value as Table), onDemand: value === null, ...value } }
        : {},
    async put(client, { name: TableName, region }, value) {
      const dynamoDb = await client.service('dynamoDb', region);
      if (value === null) {
        await dynamoDb.updateTable({ TableName, BillingMode: 'PAY_PER_REQUEST' });
        return;
      }
      const updates = Object.entries(value.indexes).map(([IndexName, capacity]) => ({
        Update: { IndexName, ProvisionedThroughput: throughput(capacity) },
      }));
      await dynamoDb.updateTable({
        TableName,
        BillingMode: 'PROVISIONED',
        ProvisionedThroughput: throughput(value.capacity),
        ...(updates.length > 0 && { GlobalSecondaryIndexUpdates: updates }),
      });
    },
  },
);
