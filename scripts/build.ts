/** Compiles to dist/, which runs on every supported Node without TypeScript: for containers and older Nodes. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

rmSync('dist', { recursive: true, force: true });
const { status } = spawnSync('tsc', ['-p', 'tsconfig.build.json'], { stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);

const { name, version, type, engines } = JSON.parse(readFileSync('package.json', 'utf8'));
const imports = {
  '#src/*': './src/*.js',
  '#checks': './checks/index.js',
  '#commands': './commands/index.js',
  '#remedies': './remedies/index.js',
};
writeFileSync('dist/package.json', `${JSON.stringify({ name, version, type, engines, imports }, null, 2)}\n`);
cpSync('src/bin.mjs', 'dist/src/bin.mjs');
mkdirSync('dist/demo', { recursive: true });
cpSync('demo', 'dist/demo', { recursive: true });
mkdirSync('dist/data', { recursive: true });
cpSync('data', 'dist/data', { recursive: true });
