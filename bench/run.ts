/**
 * The real bot in a process of its own, over a wide S3 account and over a whole account of moderate size, while somebody
 * keeps asking it things in Slack. Prints tables; ratios, not seconds, are what to compare between machines.
 */
import { parseArgs } from 'node:util';
import { benchAccount } from './full-account.ts';
import { benchBuckets } from './many-buckets.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    buckets: { type: 'string', default: '1000' },
    latency: { type: 'string', default: '40' },
    concurrency: { type: 'string', default: '16' },
  },
});
const latencyMs = Number(values.latency);
const concurrency = Number(values.concurrency);

if (values.only !== 'account')
  await benchBuckets({ buckets: Number(values.buckets), latencyMs, concurrency });
if (values.only !== 'buckets')
  await benchAccount({
    size: {
      users: 50,
      buckets: 100,
      groups: 40,
      instances: 40,
      databases: 20,
      regions: ['us-east-1', 'us-west-2', 'eu-west-1'],
    },
    latencyMs,
    concurrency,
  });
