import { LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import { fromFacts, listOf, present } from '../../collect.ts';
import type { AwsReader } from '../../reader.ts';
import { type Bucket, homeOf } from '../bucket-subject.ts';
import { doors, strangersReach } from '../reached.ts';

/** The last change that bears on the exposure. The bucket has been open at least since then, perhaps longer. */
export interface ExposedSince {
  readonly since: string;
  /** `null` when nothing was changed for as far back as CloudTrail remembers. */
  readonly change: { readonly event: string; readonly by: string } | null;
}

interface Change {
  readonly at: string;
  readonly event: string;
  readonly by: string;
  /** `null` for a change of the account's block, which bears on every bucket. */
  readonly bucket: string | null;
}
interface History {
  readonly changes: readonly Change[];
  /** Nothing older than this was looked at. */
  readonly from: string;
}

const ofBucket = [
  'PutBucketAcl',
  'PutBucketPolicy',
  // A policy may have refused whom the ACL admits.
  'DeleteBucketPolicy',
  'PutBucketOwnershipControls',
  'DeleteBucketOwnershipControls',
  'PutBucketPublicAccessBlock',
  'DeleteBucketPublicAccessBlock',
  'CreateBucket',
];
const ofAccount = ['PutAccountPublicAccessBlock', 'DeleteAccountPublicAccessBlock'];

/** How far back CloudTrail's event history goes without a trail. */
const rememberedMs = 90 * 86_400_000;
const mostPages = 20;

/** Since when, and by whose hand. Asked only about a bucket that strangers reach; `null` for the others. */
export const exposedSince = fromFacts(
  [...doors],
  async (needs, bucket: Bucket, reader): Promise<ExposedSince | null> => {
    if (!strangersReach(needs)) return null;
    const regions = [...new Set([bucket.region, homeOf(reader)])];
    const account = await Promise.all(regions.map((region) => historyOf(reader, region, ofAccount)));
    const histories = [await historyOf(reader, bucket.region, ofBucket), ...account];
    const [last] = histories
      .flatMap(({ changes }) => changes)
      .filter((change) => change.bucket === null || change.bucket === bucket.name)
      .sort((a, b) => b.at.localeCompare(a.at));
    const from =
      histories
        .map((h) => h.from)
        .sort()
        .at(-1) ?? '';
    if (!last || last.at < from) return { since: from, change: null };
    return { since: last.at, change: { event: last.event, by: last.by } };
  },
  ['cloudtrail:LookupEvents'],
);

/**
 * The region's changes of these kinds, asked once for all its buckets: by event name, because a bucket's own history is
 * mostly what scanners read. One after another, because CloudTrail answers two a second.
 */
const historyOf = (reader: AwsReader, region: string, events: readonly string[]): Promise<History> =>
  reader.remember(`cloudtrail:LookupEvents:${region}:${events[0]}`, async () => {
    const changes: Change[] = [];
    let from = new Date(Date.now() - rememberedMs).toISOString();
    for (const event of events) {
      const seen = await changesBy(reader, region, event);
      changes.push(...seen.changes);
      if (seen.cutAt !== null && seen.cutAt > from) from = seen.cutAt;
    }
    return { changes, from };
  });

async function changesBy(reader: AwsReader, region: string, event: string) {
  const changes: Change[] = [];
  let NextToken: string | undefined;
  let oldest: string | null = null;
  for (let page = 0; page < mostPages; page++) {
    const LookupAttributes = [{ AttributeKey: 'EventName', AttributeValue: event } as const];
    const answer = await reader
      .cloudTrail(region)
      .send(new LookupEventsCommand({ LookupAttributes, MaxResults: 50, NextToken }));
    for (const found of listOf(answer.Events, 'LookupEvents')) {
      const at = present(found.EventTime, "the event's time").toISOString();
      oldest = at;
      const change = changeFrom(event, at, present(found.CloudTrailEvent, 'the event'));
      if (change) changes.push(change);
    }
    NextToken = answer.NextToken;
    if (NextToken === undefined) return { changes, cutAt: null };
  }
  return { changes, cutAt: oldest };
}

/** What happened, or nothing where the attempt failed. Of the record only the bucket's name and the actor are kept. */
function changeFrom(event: string, at: string, record: string): Change | null {
  const { errorCode, requestParameters, userIdentity } = JSON.parse(record) as {
    errorCode?: string;
    requestParameters?: { bucketName?: string } | null;
    userIdentity?: { arn?: string; invokedBy?: string; type?: string };
  };
  if (errorCode) return null;
  const by = userIdentity?.arn ?? userIdentity?.invokedBy ?? userIdentity?.type ?? 'somebody unnamed';
  if (ofAccount.includes(event)) return { at, event, by, bucket: null };
  return { at, event, by, bucket: requestParameters?.bucketName ?? '' };
}
