/**
 * A scan of 1,000 buckets with 40 ms added to every call, by the real bot in a process of its own, while somebody keeps
 * asking it things in Slack. Prints a table; ratios, not seconds, are what to compare between machines.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openStore } from '../src/store/open.ts';
import { awsEnv } from '../test/kit/aws/environment.ts';
import { spawnManyBuckets } from '../test/kit/aws/many-buckets.ts';
import { startWorkspace } from '../test/kit/slack/workspace.ts';

const { values } = parseArgs({
  options: {
    buckets: { type: 'string', default: '1000' },
    latency: { type: 'string', default: '40' },
    concurrency: { type: 'string', default: '16' },
  },
});
const buckets = Number(values.buckets);
const latencyMs = Number(values.latency);
const concurrency = Number(values.concurrency);

const folder = mkdtempSync(join(tmpdir(), 'hipaa-bench-'));
const database = join(folder, 'hipaa.db');
const configFile = join(folder, 'hipaa.yml');
const aws = await spawnManyBuckets({ buckets, latencyMs });
const workspace = await startWorkspace({});
const ann = workspace.user('ann');
const channel = workspace.channel('compliance', [ann]);
writeFileSync(
  configFile,
  JSON.stringify({
    database,
    aws: { regions: ['us-east-1'], concurrency },
    slack: { roles: { officer: [ann.id] } },
    schedule: { scan: null },
    server: { port: 0 },
    log: { level: 'warn' },
  }),
);

const bot = spawn('node', ['src/bin.mjs', 'serve', '--config', configFile], {
  env: {
    ...process.env,
    ...awsEnv(aws.endpoint),
    SLACK_BOT_TOKEN: workspace.botToken,
    SLACK_APP_TOKEN: workspace.appToken,
    SLACK_API_URL: workspace.apiUrl,
  },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const ready = await new Promise<{ health: number }>((resolve, reject) => {
  bot.once('exit', (code) => reject(new Error(`the bot ended with ${code}`)));
  bot.stdout.once('data', (line) => resolve(JSON.parse(String(line))));
});
await workspace.connected(1);

/** Resident memory, as the bot's own metrics tell. */
async function memoryMb(): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${ready.health}/metrics`)).text();
  return Number(/^process_resident_memory_bytes (\S+)/m.exec(text)?.[1] ?? 0) / 2 ** 20;
}

const percentile = (sorted: readonly number[], p: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? Number.NaN;

const memoryBefore = await memoryMb();
let peak = memoryBefore;
const acks: number[] = [];
const store = await openStore(database);
try {
  const begun = await ann.slash('/hipaa', 'scan', { channel });
  acks.push(begun.ackMs);
  let state = 'running';
  while (state === 'running') {
    const asked = await ann.slash('/hipaa', acks.length % 3 === 0 ? 'findings' : 'status', { channel });
    acks.push(asked.ackMs);
    if (acks.length % 10 === 0) peak = Math.max(peak, await memoryMb());
    await new Promise((resolve) => setTimeout(resolve, 100));
    state = (await store.scans.latest(1))[0]?.state ?? 'running';
  }
  const [scan] = await store.scans.latest(1);
  if (!scan?.finishedAt) throw new Error('there is no finished scan');
  const { total: calls, maxConcurrency } = await aws.stats();
  const wallMs = Date.parse(scan.finishedAt) - Date.parse(scan.startedAt);
  const idealMs = (calls * latencyMs) / concurrency;
  acks.sort((a, b) => a - b);
  const rows: [string, string][] = [
    ['buckets, latency added per call', `${buckets}, ${latencyMs} ms`],
    ['API calls', `${calls} (${(calls / buckets).toFixed(1)} per bucket)`],
    ['calls in flight, limit and most seen', `${concurrency}, ${maxConcurrency}`],
    ['wall time', `${(wallMs / 1000).toFixed(1)} s`],
    ['ideal for these calls at that concurrency', `${(idealMs / 1000).toFixed(1)} s`],
    ['wall / ideal (goal ≤ 1.3)', (wallMs / idealMs).toFixed(2)],
    ['memory before, at most', `${memoryBefore.toFixed(0)} MB, ${peak.toFixed(0)} MB`],
    ['Slack acknowledgements meanwhile', String(acks.length)],
    ['acknowledged in, median', `${percentile(acks, 0.5).toFixed(0)} ms`],
    ['acknowledged in, p99 (goal < 250 ms)', `${percentile(acks, 0.99).toFixed(0)} ms`],
    ['acknowledged in, worst', `${(acks.at(-1) ?? Number.NaN).toFixed(0)} ms`],
    ['scan', `${scan.state}, ${scan.changes.opened} findings opened`],
  ];
  console.log('| what | measured |\n|---|---|');
  for (const [what, measured] of rows) console.log(`| ${what} | ${measured} |`);
} finally {
  await store.close();
  bot.kill('SIGTERM');
  await new Promise((resolve) => bot.once('exit', resolve));
  await workspace.stop();
  await aws.stop();
  rmSync(folder, { recursive: true, force: true });
}
