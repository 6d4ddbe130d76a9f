/** A whole account on the emulator, in a process of its own: prints where it is, and tells on `/stats` what it was asked. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { IAM } from '@aws-sdk/client-iam';
import { S3 } from '@aws-sdk/client-s3';
import { clientConfig } from '../test/kit/aws/environment.ts';
import { startMoto } from '../test/kit/aws/moto.ts';
import { startProxy } from '../test/kit/aws/proxy.ts';
import { sdkOf } from '../test/kit/aws/sdk.ts';
import { type AccountSize, seedAccount } from '../test/kit/aws/seed-account.ts';
import { startReplay } from './replay.ts';

const { latencyMs, size } = JSON.parse(process.argv[2] ?? '{}') as { latencyMs: number; size: AccountSize };
const moto = await startMoto();
const sdk = sdkOf(moto.endpoint);
const s3 = new S3({ ...clientConfig(moto.endpoint), forcePathStyle: true });
const iam = new IAM(clientConfig(moto.endpoint));
await seedAccount(sdk, s3, iam, size);
const replay = await startReplay(moto.endpoint);
const proxy = await startProxy({ upstream: replay.endpoint, latencyMs });

const control = createServer((incoming, outgoing) => {
  if (incoming.url === '/reset') proxy.reset();
  const told = {
    calls: proxy.calls().filter(({ attempt }) => attempt === 1).length,
    retries: proxy.calls().filter(({ attempt }) => attempt > 1).length,
    counts: Object.fromEntries(proxy.counts()),
    repeated: [...proxy.repeated()].map(([key, n]) => [key.split(' ').slice(0, 3).join(' '), n]),
    mostInFlight: proxy.concurrency().get('all') ?? 0,
    misses: replay.misses(),
  };
  outgoing.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(told));
});
await new Promise<void>((resolve) => control.listen(0, '127.0.0.1', resolve));
const { port } = control.address() as AddressInfo;
console.log(JSON.stringify({ endpoint: proxy.endpoint, control: `http://127.0.0.1:${port}` }));

process.stdin.resume();
process.stdin.once('end', async () => {
  await proxy.stop();
  await replay.stop();
  await moto.stop();
  process.exit(0);
});
