import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const parts = ['src', 'checks', 'commands', 'remedies', 'scripts', 'data', 'docs', 'test/kit'];
const files = ['.gitignore', 'package.json', 'tsconfig.json', 'biome.json', 'vitest.config.ts'];

export interface Copy {
  /** Runs a program of node_modules/.bin in the copy. */
  run(program: string, ...args: readonly string[]): { status: number | null; said: string };
  read(path: string): string;
  has(path: string): boolean;
  remove(): void;
}

/** The project in a folder of its own, so that what a script writes there spoils nothing here. */
export function copyOfProject(): Copy {
  const folder = mkdtempSync(join(tmpdir(), 'hipaa-scripts-'));
  for (const part of [...parts, ...files]) cpSync(join(root, part), join(folder, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return {
    run(program, ...args) {
      const path = join(root, 'node_modules/.bin', program);
      const { status, stdout, stderr } = spawnSync(path, args, { cwd: folder, encoding: 'utf8' });
      return { status, said: `${stdout}${stderr}` };
    },
    read: (path) => readFileSync(join(folder, path), 'utf8'),
    has: (path) => existsSync(join(folder, path)),
    remove: () => rmSync(folder, { recursive: true }),
  };
}
