import { spawnManyBuckets } from '../test/kit/aws/many-buckets.ts';
import { commonRows, printTable, startBot } from './bot.ts';

/** One region, so many buckets, and S3 alone: what a wide account costs. */
export async function benchBuckets(options: {
  buckets: number;
  latencyMs: number;
  concurrency: number;
}): Promise<void> {
  const { buckets, latencyMs, concurrency } = options;
  const aws = await spawnManyBuckets({ buckets, latencyMs });
  const bot = await startBot(aws.endpoint, { regions: ['us-east-1'], concurrency });
  try {
    const measured = await bot.scan();
    const { total: calls, maxConcurrency } = await aws.stats();
    const idealMs = (calls * latencyMs) / concurrency;
    printTable(`${buckets} buckets, ${latencyMs} ms added to every call`, [
      ['API calls', `${calls} (${(calls / buckets).toFixed(1)} per bucket)`],
      ['calls in flight, limit per service and most seen', `${concurrency}, ${maxConcurrency}`],
      ['wall time', `${(measured.wallMs / 1000).toFixed(1)} s`],
      ['ideal for these calls at that concurrency', `${(idealMs / 1000).toFixed(1)} s`],
      ['wall / ideal (goal ≤ 1.3)', (measured.wallMs / idealMs).toFixed(2)],
      ...commonRows(measured),
    ]);
  } finally {
    await bot.stop();
    await aws.stop();
  }
}
