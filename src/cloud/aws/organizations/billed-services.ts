import type { Subject } from '../../../domain/catalog.ts';
import { CloudError } from '../../../domain/errors.ts';
import { fromAccount, listOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { prefixOfBill } from './service-names.ts';
import { heldAgainst, type Seen, type ServicesInUse } from './services-in-use.ts';

const dayMs = 86_400_000;
const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);

/** Names of services that used something in the last thirty days. Each call costs a cent, so it is asked on request only. */
async function billed(reader: AwsReader): Promise<readonly string[]> {
  const explorer = await reader.service('costExplorer', 'us-east-1');
  const now = Date.now();
  const names: string[] = [];
  let NextPageToken: string | undefined;
  do {
    const page = await explorer.getCostAndUsage({
      TimePeriod: { Start: dayOf(now - 30 * dayMs), End: dayOf(now) },
      Granularity: 'MONTHLY',
      Metrics: ['UsageQuantity'],
      // The management account is told of every member's use otherwise.
      Filter: { Dimensions: { Key: 'LINKED_ACCOUNT', Values: [reader.identity.id] } },
      GroupBy: [{ Type: 'DIMENSION', Key: 'SERVICE' }],
      ...(NextPageToken !== undefined && { NextPageToken }),
    });
    for (const { Groups } of listOf(page.ResultsByTime, 'GetCostAndUsage'))
      for (const { Keys, Metrics } of listOf(Groups, 'GetCostAndUsage')) {
        const used = Number(present(Metrics?.['UsageQuantity']?.Amount, 'UsageQuantity'));
        if (used !== 0) names.push(present(Keys?.[0], 'the service'));
      }
    NextPageToken = page.NextPageToken;
  } while (NextPageToken !== undefined);
  return names;
}

/** Services that the account was billed for using. */
export const billedServices = fromAccount(
  ['ce:GetCostAndUsage'],
  async (reader, _account: Subject): Promise<ServicesInUse> => {
    if (!reader.optIns.has('cost-explorer'))
      throw new CloudError('unsupported', 'asking Cost Explorer is not turned on');
    const seen = (await billed(reader)).flatMap((name): readonly Seen[] => {
      const prefix = prefixOfBill(name);
      return prefix === null ? [] : [[name, prefix]];
    });
    return heldAgainst(reader.eligibleServices(), seen);
  },
);
