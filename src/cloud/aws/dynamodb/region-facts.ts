import type { Subject } from '../../../domain/catalog.ts';
import { fromAccount, present } from '../collect.ts';
import { tableNames, tableOf } from './tables.ts';

interface Throughput {
  /** Provisioned for all tables and their indexes together. */
  readonly read: number;
  readonly write: number;
  /** What the account may provision in the region. */
  readonly mostRead: number;
  readonly mostWrite: number;
}

/** Tables described at once: the reader bounds them further. */
const atOnce = 20;

/** The capacity that the region's tables have, and may have; `null`: no table has any provisioned. */
const dynamoDbThroughput = fromAccount(
  ['dynamodb:ListTables', 'dynamodb:DescribeTable', 'dynamodb:DescribeLimits'],
  async (reader, { region }: Subject): Promise<Throughput | null> => {
    const names = await tableNames(reader, region);
    let [read, write] = [0, 0];
    for (let first = 0; first < names.length; first += atOnce) {
      const some = names.slice(first, first + atOnce).map((name) => tableOf(reader, region, name));
      for (const table of await Promise.all(some)) {
        if (table === null || table.onDemand) continue;
        for (const capacity of [table.capacity, ...Object.values(table.indexes)]) {
          read += capacity.read;
          write += capacity.write;
        }
      }
    }
    if (read + write === 0) return null;
    const limits = await (await reader.service('dynamoDb', region)).describeLimits({});
    return {
      read,
      write,
      mostRead: present(limits.AccountMaxReadCapacityUnits, 'AccountMaxReadCapacityUnits'),
      mostWrite: present(limits.AccountMaxWriteCapacityUnits, 'AccountMaxWriteCapacityUnits'),
    };
  },
);

/** What it says of a region as a whole; spread into the kind `aws.region`. */
export const dynamoDbRegionFacts = { dynamoDbThroughput } as const;
