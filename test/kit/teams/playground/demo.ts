import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The demo as people start it: the bot, and a Playground each for Ann and Bob. */
export interface TeamsDemo {
  readonly ann: string;
  readonly bob: string;
  /** Ctrl-C. */
  stop(): Promise<{ code: number | null; out: string; err: string }>;
}

/** Why there is no Playground; null if there is one. */
export function playgroundMissing(): string | null {
  try {
    createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/cli.js');
    return null;
  } catch {
    return 'the package @microsoft/m365agentsplayground is not installed';
  }
}

const readyWithinMs = 60_000;

export async function startTeamsDemo(): Promise<TeamsDemo> {
  const folder = mkdtempSync(join(tmpdir(), 'hipaa-teams-demo-'));
  const child = spawn(process.execPath, [resolve('src/bin.mjs'), 'demo', '--teams'], {
    cwd: folder,
    env: { PATH: process.env['PATH'], TEAMSAPPTESTER_BROWSER: 'none' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  const ended = once(child, 'close');
  const killOnExit = () => void child.kill('SIGKILL');
  process.once('exit', killOnExit);
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const urls = new Promise<readonly [string, string]>((done, fail) => {
    const late = setTimeout(
      () => fail(new Error(`the demo was not ready in time:\n${out}${err}`)),
      readyWithinMs,
    );
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      const [, ann] = /^ +Ann +(http:\S+)/m.exec(out) ?? [];
      const [, bob] = /^ +Bob +(http:\S+)/m.exec(out) ?? [];
      if (ann === undefined || bob === undefined || !out.includes('Ctrl-C')) return;
      clearTimeout(late);
      done([ann, bob]);
    });
    child.once('close', (code) => {
      clearTimeout(late);
      fail(new Error(`the demo ended (${code}) before it was ready:\n${out}${err}`));
    });
  });
  const stop = async () => {
    child.kill('SIGINT');
    const [code] = await ended;
    process.off('exit', killOnExit);
    rmSync(folder, { recursive: true, force: true });
    return { code, out, err };
  };
  const [ann, bob] = await urls;
  return { ann, bob, stop };
}
