/** Writes the pages of docs/ that the code knows best. `--check` only compares. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { checksPage } from './docs/checks.ts';
import { commandsPage } from './docs/commands.ts';
import { configurationPage } from './docs/configuration.ts';
import { coverage } from './docs/coverage.ts';
import { permissionsPage } from './docs/permissions.ts';
import { remediesPage } from './docs/remedies.ts';

export const pages: Readonly<Record<string, () => string>> = {
  'docs/checks.md': checksPage,
  'docs/commands.md': commandsPage,
  'docs/configuration.md': configurationPage,
  'docs/coverage.md': coverage,
  'docs/permissions.md': permissionsPage,
  'docs/remedies.md': remediesPage,
};

/** The pages that are not what the code says. */
export const stale = (): readonly string[] =>
  Object.entries(pages)
    .filter(([path, write]) => !existsSync(path) || readFileSync(path, 'utf8') !== write())
    .map(([path]) => path);

if (import.meta.main) {
  if (process.argv.includes('--check')) {
    for (const path of stale()) {
      console.error(`${path} is not what the code says: run npm run docs`);
      process.exitCode = 1;
    }
  } else for (const [path, write] of Object.entries(pages)) writeFileSync(path, write());
}
