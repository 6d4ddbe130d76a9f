import { GetMetricDataCommand, type MetricDataResult } from '@aws-sdk/client-cloudwatch';
import { fromFacts, listOf } from '../../collect.ts';
import type { AwsReader } from '../../reader.ts';
import type { Bucket } from '../bucket-subject.ts';
import { doors, strangersReach } from '../reached.ts';

/** What lies in the bucket, as CloudWatch measured it on its last day; `null` when it never did. */
export interface Contents {
  readonly objects: number | null;
  readonly bytes: number | null;
  readonly measuredOn: string | null;
}

const dayMs = 86_400_000;
/** S3 measures once a day and delivers late. */
const daysBack = 4;

/** How much lies open. Asked only about a bucket that strangers reach; `null` for the others. */
export const sizeAndObjects = fromFacts(
  [...doors],
  (needs, bucket: Bucket, reader) => (strangersReach(needs) ? measure(reader, bucket) : null),
  ['cloudwatch:GetMetricData'],
);

async function measure(reader: AwsReader, { name, region }: Bucket): Promise<Contents> {
  // A search, because each storage class that holds anything is a metric of its own.
  const search = (metric: string) =>
    `SEARCH('{AWS/S3,BucketName,StorageType} BucketName="${name}" MetricName="${metric}"', 'Average', 86400)`;
  const now = Date.now();
  const ask = new GetMetricDataCommand({
    StartTime: new Date(now - daysBack * dayMs),
    EndTime: new Date(now),
    ScanBy: 'TimestampDescending',
    MetricDataQueries: [
      { Id: 'bytes', Expression: search('BucketSizeBytes') },
      { Id: 'objects', Expression: search('NumberOfObjects') },
    ],
  });
  const answer = await reader.cloudWatch(region).send(ask);
  const results = listOf(answer.MetricDataResults, 'GetMetricData');
  const [bytes, objects] = [newest(results, 'bytes'), newest(results, 'objects')];
  return {
    bytes: bytes?.total ?? null,
    objects: objects?.total ?? null,
    measuredOn: (objects ?? bytes)?.day ?? null,
  };
}

/** The sum over storage classes, each on its newest day. */
function newest(results: readonly MetricDataResult[], id: string) {
  const series = results.filter((r) => r.Id === id && (r.Values?.length ?? 0) > 0);
  if (series.length === 0) return undefined;
  const days = series.flatMap((r) => r.Timestamps?.[0]?.toISOString().slice(0, 10) ?? []);
  return {
    total: series.reduce((sum, r) => sum + (r.Values?.[0] ?? 0), 0),
    day: days.sort().at(-1) ?? null,
  };
}
