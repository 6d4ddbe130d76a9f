import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

export const program = fileURLToPath(new URL('../../../src/bin.mjs', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

export interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

export interface Place {
  /** Where it runs: no configuration of this repository is picked up by chance. */
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly node?: string;
}

// Compiled code is kept between the many starts of one run; it is looked up by content.
const compiled = path.join(tmpdir(), 'hipaa-test-compile-cache');

/** The real program in a process of its own, with nothing of this machine's settings. */
export function start(args: readonly string[], { cwd, env, node = process.execPath }: Place): Started {
  const child = spawn(node, [program, ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'] ?? '', HOME: cwd, NODE_COMPILE_CACHE: compiled, ...env },
  });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.err += text;
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal, ...said }));
  });
  return { child, ended };
}

export const hipaa = (args: readonly string[], place: Place): Promise<Ended> => start(args, place).ended;

/** A folder for one test file, taken away at its end. */
export function folder(): string {
  const made = mkdtempSync(path.join(tmpdir(), 'hipaa-story-'));
  afterAll(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** Everything that people are told on standard error: sentences, without the log's JSON lines. */
export const sentences = ({ err }: Pick<Ended, 'err'>): readonly string[] =>
  err.split('\n').filter((line) => line !== '' && !line.startsWith('{'));
