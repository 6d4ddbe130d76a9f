import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export type Venv = { ok: true; python: string } | { ok: false; reason: string };

const run = promisify(execFile);
const here = path.dirname(fileURLToPath(import.meta.url));
const requirements = path.join(here, 'requirements.txt');
const defaultRoot = path.resolve(here, '../../../.cache/venv');
const rememberFailureMs = 10 * 60_000;
const giveUpMs = 10 * 60_000;

/** A Python with moto in it, made on first use and again whenever requirements.txt changes. */
export async function findVenv(root = defaultRoot, requirementsFile = requirements): Promise<Venv> {
  const wanted = createHash('sha256')
    .update(await readFile(requirementsFile))
    .digest('hex');
  const python = path.join(root, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
  const marker = path.join(root, '.ready');
  const isReady = async () => existsSync(python) && (await readIf(marker)) === wanted;

  const deadline = Date.now() + giveUpMs;
  while (!(await isReady())) {
    const failed = await recentFailure(`${root}.failed`, wanted);
    if (failed) return { ok: false, reason: failed };
    if (Date.now() > deadline) return { ok: false, reason: `waited ten minutes for ${root}.lock` };
    if (!(await lock(`${root}.lock`))) {
      await sleep(200);
      continue;
    }
    try {
      if (!(await isReady())) await make(root, python, requirementsFile);
      await writeFile(marker, wanted);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      await writeFile(`${root}.failed`, JSON.stringify({ wanted, reason }));
      return { ok: false, reason };
    } finally {
      await rm(`${root}.lock`, { recursive: true, force: true });
    }
  }
  return { ok: true, python };
}

async function make(root: string, python: string, requirementsFile: string) {
  await rm(root, { recursive: true, force: true });
  await step('python3 -m venv', process.platform === 'win32' ? 'python' : 'python3', ['-m', 'venv', root]);
  await step('pip install', python, [
    ...['-m', 'pip', 'install', '--quiet', '--no-input', '--disable-pip-version-check', '--retries', '2'],
    ...['-r', requirementsFile],
  ]);
}

async function step(name: string, command: string, args: readonly string[]) {
  try {
    await run(command, args, { maxBuffer: 20_000_000, timeout: giveUpMs });
  } catch (error) {
    const { stderr, stdout, message } = error as { stderr?: string; stdout?: string; message: string };
    const said = (stderr || stdout || message).trim().split('\n').slice(-5).join('\n');
    throw new Error(`${name} failed: ${said}`);
  }
}

// mkdir either makes the directory or fails: of two workers, one builds and the other waits.
async function lock(directory: string): Promise<boolean> {
  await mkdir(path.dirname(directory), { recursive: true });
  try {
    await mkdir(directory);
    await writeFile(path.join(directory, 'pid'), String(process.pid));
    return true;
  } catch {
    const holder = Number(await readIf(path.join(directory, 'pid')));
    if (holder > 0 && !isAlive(holder)) await rm(directory, { recursive: true, force: true });
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

// Twenty test files should not each wait for the same pip to fail.
async function recentFailure(file: string, wanted: string): Promise<string | undefined> {
  const text = await readIf(file);
  if (!text) return undefined;
  const failure = JSON.parse(text) as { wanted: string; reason: string };
  const { mtimeMs } = await stat(file);
  return failure.wanted === wanted && Date.now() - mtimeMs < rememberFailureMs ? failure.reason : undefined;
}

const readIf = (file: string): Promise<string> => readFile(file, 'utf8').catch(() => '');
