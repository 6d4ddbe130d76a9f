import { mkdir, mkdtemp, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findVenv } from '../kit/aws/venv.ts';

let folder: string;
let root: string;
let requirements: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kit-venv-'));
  root = path.join(folder, 'venv');
  requirements = path.join(folder, 'requirements.txt');
  await writeFile(requirements, '# nothing\n');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const madeAt = async () => (await stat(path.join(root, 'pyvenv.cfg'))).mtimeMs;

test('two workers at once make it once, a change makes it again', async () => {
  const both = await Promise.all([findVenv(root, requirements), findVenv(root, requirements)]);
  if (!both[0].ok) return expect(both[0].reason).toMatch(/^python3 -m venv failed: /);
  expect(both[1]).toEqual(both[0]);
  const first = await madeAt();
  await findVenv(root, requirements);
  expect(await madeAt()).toBe(first);
  await writeFile(requirements, '# something else\n');
  expect(await findVenv(root, requirements)).toMatchObject({ ok: true });
  expect(await madeAt()).toBeGreaterThan(first);
}, 120_000);

test('what fails is named, and remembered for a while', async () => {
  await writeFile(requirements, './no-such-folder\n');
  const failed = await findVenv(root, requirements);
  expect(failed).toMatchObject({
    ok: false,
    reason: expect.stringMatching(/^(pip install|python3 -m venv) failed: /),
  });
  const again = await findVenv(root, requirements);
  expect(again).toEqual(failed);

  const old = new Date(Date.now() - 11 * 60_000);
  const remembered = `${root}.failed`;
  await utimes(remembered, old, old);
  await findVenv(root, requirements);
  expect((await stat(remembered)).mtimeMs).toBeGreaterThan(old.getTime());
  expect(await readFile(remembered, 'utf8')).toContain('failed: ');
}, 120_000);

test('a lock left by a dead process is taken over', async () => {
  await mkdir(`${root}.lock`);
  await writeFile(path.join(`${root}.lock`, 'pid'), '999999999');
  await writeFile(requirements, './no-such-folder\n');
  expect((await findVenv(root, requirements)).ok).toBe(false);
}, 120_000);
