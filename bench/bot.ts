import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Scan } from '../src/domain/scan.ts';
import { openStore } from '../src/store/open.ts';
import { awsEnv } from '../test/kit/aws/environment.ts';
import { startWorkspace } from '../test/kit/slack/workspace.ts';

/** What one scan took, while somebody kept asking the bot things. */
export interface Measured {
  readonly scan: Scan;
  readonly wallMs: number;
  readonly memoryBeforeMb: number;
  readonly memoryAtMostMb: number;
  /** Slack acknowledgements in milliseconds, sorted. */
  readonly acks: readonly number[];
}

export interface BenchBot {
  /** Scans once, asked for in Slack. */
  scan(): Promise<Measured>;
  /** How many resources of each kind there are, by a recording of the account. */
  resources(): Promise<Readonly<Record<string, number>>>;
  stop(): Promise<void>;
}

/** The real bot in a process of its own, with Slack beside it. */
export async function startBot(endpoint: string, aws: object): Promise<BenchBot> {
  const folder = mkdtempSync(join(tmpdir(), 'hipaa-bench-'));
  const database = join(folder, 'hipaa.db');
  const config = join(folder, 'hipaa.yml');
  const workspace = await startWorkspace({});
  const ann = workspace.user('ann');
  const channel = workspace.channel('compliance', [ann]);
  writeFileSync(
    config,
    JSON.stringify({
      database,
      aws,
      slack: { roles: { officer: [ann.id] } },
      schedule: { scan: null },
      server: { port: 0 },
      log: { level: 'error' },
    }),
  );
  const bot = spawn('node', ['src/bin.mjs', 'serve', '--config', config], {
    env: {
      ...process.env,
      ...awsEnv(endpoint),
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
  const store = await openStore(database);

  /** Resident memory, as the bot's own metrics tell. */
  const memoryMb = async (): Promise<number> => {
    const text = await (await fetch(`http://127.0.0.1:${ready.health}/metrics`)).text();
    return Number(/^process_resident_memory_bytes (\S+)/m.exec(text)?.[1] ?? 0) / 2 ** 20;
  };

  return {
    async scan() {
      const memoryBeforeMb = await memoryMb();
      let memoryAtMostMb = memoryBeforeMb;
      const acks: number[] = [];
      const before = (await store.scans.latest(1))[0]?.id;
      acks.push((await ann.slash('/hipaa', 'scan', { channel })).ackMs);
      let scan: Scan | undefined;
      while (scan === undefined || scan.id === before || scan.state === 'running') {
        const asked = acks.length % 3 === 0 ? 'findings' : 'status';
        acks.push((await ann.slash('/hipaa', asked, { channel })).ackMs);
        if (acks.length % 5 === 0) memoryAtMostMb = Math.max(memoryAtMostMb, await memoryMb());
        await new Promise((resolve) => setTimeout(resolve, 100));
        scan = (await store.scans.latest(1))[0];
      }
      if (!scan.finishedAt) throw new Error(`the scan ended as ${scan.state}`);
      const wallMs = Date.parse(scan.finishedAt) - Date.parse(scan.startedAt);
      return { scan, wallMs, memoryBeforeMb, memoryAtMostMb, acks: acks.sort((a, b) => a - b) };
    },
    async resources() {
      const out = join(folder, 'inventory.json');
      const args = ['src/bin.mjs', 'inventory', 'record', '--out', out, '--config', config];
      const recording = spawn('node', args, {
        env: { ...process.env, ...awsEnv(endpoint) },
        stdio: 'ignore',
      });
      await new Promise((resolve) => recording.once('exit', resolve));
      const { accounts } = JSON.parse(readFileSync(out, 'utf8')) as {
        accounts: { resources: { kind: string }[] }[];
      };
      const kinds = accounts.flatMap(({ resources }) => resources.map(({ kind }) => kind));
      return Object.fromEntries(
        [...Map.groupBy(kinds, (kind) => kind)].map(([kind, list]) => [kind, list.length]),
      );
    },
    async stop() {
      await store.close();
      bot.kill('SIGTERM');
      await new Promise((resolve) => bot.once('exit', resolve));
      await workspace.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const percentile = (sorted: readonly number[], p: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? Number.NaN;

/** What every bench tells of memory and of Slack. */
export const commonRows = (m: Measured): readonly (readonly [string, string])[] => [
  ['memory before, at most', `${m.memoryBeforeMb.toFixed(0)} MB, ${m.memoryAtMostMb.toFixed(0)} MB`],
  ['Slack acknowledgements meanwhile', String(m.acks.length)],
  ['acknowledged in, median', `${percentile(m.acks, 0.5).toFixed(0)} ms`],
  ['acknowledged in, p99 (goal < 250 ms)', `${percentile(m.acks, 0.99).toFixed(0)} ms`],
  ['acknowledged in, worst', `${(m.acks.at(-1) ?? Number.NaN).toFixed(0)} ms`],
  ['scan', `${m.scan.state}, ${m.scan.changes.opened} findings opened`],
];

export function printTable(title: string, rows: readonly (readonly [string, string])[]): void {
  console.log(`\n${title}\n\n| what | measured |\n|---|---|`);
  for (const [what, measured] of rows) console.log(`| ${what} | ${measured} |`);
}
