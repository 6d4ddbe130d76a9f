import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { awsEnv } from '../kit/aws/environment.ts';
import type { Workspace } from '../kit/slack/workspace.ts';
import { firstRooms } from './kit/first-rooms.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface BotProcess {
  readonly health: number;
  /** What it wrote to standard error: the log. */
  log(): string;
  kill(signal: NodeJS.Signals): Promise<void>;
}

/** A folder with a database and a configuration, in which the real bot is started, killed and started again. */
export function botHome(workspace: Workspace, endpoint: string, config: object) {
  const folder = mkdtempSync(join(tmpdir(), 'hipaa-story-'));
  const database = join(folder, 'hipaa.db');
  const file = join(folder, 'hipaa.yml');
  const base = {
    database,
    server: { port: 0 },
    schedule: { scan: null },
    checks: { only: firstRooms },
    log: { level: 'info' },
  };
  writeFileSync(file, JSON.stringify({ ...base, ...config }));
  const env = {
    ...process.env,
    ...awsEnv(endpoint),
    NODE_ENV: 'test',
    SLACK_BOT_TOKEN: workspace.botToken,
    SLACK_APP_TOKEN: workspace.appToken,
    SLACK_API_URL: workspace.apiUrl,
  };
  const alive = new Set<ChildProcess>();

  async function start(): Promise<BotProcess> {
    const child = spawn('node', ['src/bin.mjs', 'serve', '--config', file], {
      cwd: root,
      env,
      stdio: 'pipe',
    });
    alive.add(child);
    let log = '';
    child.stderr.on('data', (chunk) => {
      log += chunk;
    });
    const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    const ready = await new Promise<{ health: number }>((resolve, reject) => {
      createInterface(child.stdout).once('line', (line) => resolve(JSON.parse(line)));
      child.once('exit', (code) => reject(new Error(`the bot ended with ${code}:\n${log}`)));
    });
    return {
      health: ready.health,
      log: () => log,
      async kill(signal) {
        child.kill(signal);
        await exited;
        alive.delete(child);
      },
    };
  }

  /** For a bot that never becomes ready. */
  function startWithoutWaiting() {
    const child = spawn('node', ['src/bin.mjs', 'serve', '--config', file], {
      cwd: root,
      env,
      stdio: 'pipe',
    });
    alive.add(child);
    let log = '';
    child.stderr.on('data', (chunk) => {
      log += chunk;
    });
    return {
      log: () => log,
      async says(pattern: RegExp) {
        for (let i = 0; i < 200 && !pattern.test(log); i++)
          await new Promise((resolve) => setTimeout(resolve, 100));
      },
      async end(signal: NodeJS.Signals): Promise<number | null> {
        const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
        child.kill(signal);
        return ended;
      },
    };
  }

  /** One command in a process of its own, on the same database. */
  async function cli(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
    const child = spawn('node', ['src/bin.mjs', ...args, '--config', file], {
      cwd: root,
      env,
      stdio: 'pipe',
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
    return { code, out, err };
  }

  return {
    database,
    start,
    startWithoutWaiting,
    cli,
    async remove() {
      for (const child of alive) child.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
