import type { DistributionSummary } from '@aws-sdk/client-cloudfront';
import { ListDistributionsCommand } from '@aws-sdk/client-cloudfront';
import { listOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { type Distribution, distributionSubject } from './distribution-subject.ts';

/** Every distribution of the account, for itself and for the buckets that they serve from: one listing for both. */
export const distributions = (reader: AwsReader): Promise<readonly Distribution[]> =>
  reader.remember('cloudfront:ListDistributions', async () => {
    const all: Distribution[] = [];
    for await (const told of summaries(reader)) all.push(distributionSubject(told));
    return all;
  });

async function* summaries(reader: AwsReader): AsyncIterable<DistributionSummary> {
  let marker: string | undefined;
  do {
    const page = await reader.cloudFront().send(new ListDistributionsCommand({ Marker: marker }));
    const list = present(page.DistributionList, 'the list of distributions');
    // An account without distributions answers Quantity 0 and no Items.
    yield* list.Quantity === 0 ? [] : listOf(list.Items, 'ListDistributions');
    marker = list.IsTruncated ? present(list.NextMarker, 'the next marker') : undefined;
  } while (marker !== undefined);
}
