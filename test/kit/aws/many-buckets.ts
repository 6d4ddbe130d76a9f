import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { testAccountId } from './environment.ts';
import { renderError } from './faults.ts';
import { answerRest } from './many-buckets-rest.ts';
import { answerS3, type Estate } from './many-buckets-s3.ts';
import { nameOperation } from './wire.ts';

export { type BucketTraits, bucketName, bucketTraits } from './many-buckets-traits.ts';

export interface ManyBucketsOptions {
  buckets: number;
  latencyMs?: number;
  region?: string;
  port?: number;
}

export interface Stats {
  total: number;
  /** By "service:Operation". */
  calls: Record<string, number>;
  inFlight: number;
  maxConcurrency: number;
}

export interface ManyBuckets {
  endpoint: string;
  stats(): Promise<Stats>;
  reset(): Promise<void>;
  stop(): Promise<void>;
}

const noStats = (): Stats => ({ total: 0, calls: {}, inFlight: 0, maxConcurrency: 0 });

/** An account with so many buckets, in this process. */
export async function startManyBuckets(options: ManyBucketsOptions): Promise<ManyBuckets> {
  const estate: Estate = {
    buckets: options.buckets,
    region: options.region ?? 'us-east-1',
    accountId: testAccountId,
  };
  const latencyMs = options.latencyMs ?? 0;
  let stats = noStats();

  const server = createServer((incoming, outgoing) => {
    const path = incoming.url ?? '/';
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      if (path.startsWith('/__')) {
        if (path === '/__reset') stats = noStats();
        return outgoing.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(stats));
      }
      const body = Buffer.concat(chunks);
      const method = incoming.method ?? 'GET';
      const name = nameOperation({ method, path, headers: incoming.headers, body });
      const counted = stats;
      const operation = `${name.service}:${name.operation}`;
      counted.total += 1;
      counted.calls[operation] = (counted.calls[operation] ?? 0) + 1;
      counted.inFlight += 1;
      counted.maxConcurrency = Math.max(counted.maxConcurrency, counted.inFlight);

      const reply = () => {
        counted.inFlight -= 1;
        const signed = 'authorization' in incoming.headers;
        const query = new URLSearchParams(path.split('?')[1] ?? '');
        const form = new URLSearchParams(name.protocol === 'query' ? body.toString() : '');
        const answer =
          (name.service === 's3' ? answerS3(name, query, signed, estate) : answerRest(name, form, estate)) ??
          renderError(name, 501, 'NotImplemented', `many-buckets does not know ${operation}`);
        outgoing.writeHead(answer.status, {
          ...answer.headers,
          'content-length': method === 'HEAD' ? 0 : Buffer.byteLength(answer.body),
        });
        outgoing.end(method === 'HEAD' ? undefined : answer.body);
      };
      if (latencyMs > 0) setTimeout(reply, latencyMs);
      else reply();
    });
  });
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stats: async () => structuredClone(stats),
    reset: async () => {
      stats = noStats();
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The same in a process of its own, so that what is measured keeps its event loop to itself. */
export async function spawnManyBuckets(options: ManyBucketsOptions): Promise<ManyBuckets> {
  const { buckets, latencyMs = 0, region = 'us-east-1', port = 0 } = options;
  const flags = { buckets, latency: latencyMs, region, port };
  const child = spawn(
    process.execPath,
    [
      fileURLToPath(import.meta.url),
      '--stop-with-stdin',
      ...Object.entries(flags).flatMap(([k, v]) => [`--${k}`, String(v)]),
    ],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const line = await new Promise<string>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`many-buckets ended with ${code} before it was ready`)));
    child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString()));
  });
  const { endpoint } = JSON.parse(line) as { endpoint: string };
  return {
    endpoint,
    stats: async () => (await (await fetch(`${endpoint}/__stats`)).json()) as Stats,
    reset: async () => void (await (await fetch(`${endpoint}/__reset`, { method: 'POST' })).text()),
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill();
      await ended;
    },
  };
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      buckets: { type: 'string', default: '1000' },
      latency: { type: 'string', default: '0' },
      region: { type: 'string', default: 'us-east-1' },
      'stop-with-stdin': { type: 'boolean', default: false },
    },
  });
  const server = await startManyBuckets({
    port: Number(values.port),
    buckets: Number(values.buckets),
    latencyMs: Number(values.latency),
    region: values.region,
  });
  console.log(JSON.stringify({ endpoint: server.endpoint }));
  // The parent's end of the pipe closes however the parent dies.
  if (values['stop-with-stdin']) process.stdin.resume().once('end', () => process.exit(0));
}
