import { spawnSync } from 'node:child_process';
import { type Inventory, inventorySchema } from '../../src/cloud/recorded/inventory.ts';
import { demo, regions } from './clinic.ts';
import { type KeyName, keys } from './keys.ts';

/** The recording with fixed ids instead of the emulator's, in an order that no race decides. */
export function tidy(document: string, keyIds: Readonly<Record<KeyName, string>>): string {
  const named = Object.entries(keyIds).reduce(
    (text, [name, id]) => text.replaceAll(id, keys[name as KeyName].id),
    document,
  );
  const { format, provider, recordedAt, accounts } = inventorySchema.parse(JSON.parse(named));
  const inventory: Inventory = {
    format,
    provider,
    recordedAt,
    demo,
    accounts: accounts.map((account) => ({
      ...account,
      regions: [...regions],
      listings: inOrder(account.listings, ({ kind, region }) => `${kind} ${region}`),
      resources: inOrder(account.resources, ({ kind, subject }) => `${kind} ${subject.id}`),
    })),
  };
  return formatted(JSON.stringify(inventory));
}

const inOrder = <T>(list: readonly T[], key: (one: T) => string): T[] =>
  [...list].sort((a, b) => (key(a) < key(b) ? -1 : 1));

/** As the linter wants every file of the project: short facts on one line. */
function formatted(text: string): string {
  const { status, stdout, stderr } = spawnSync(
    'node_modules/.bin/biome',
    ['format', '--stdin-file-path=demo/clinic.json'],
    { input: text, encoding: 'utf8', maxBuffer: 20_000_000 },
  );
  if (status !== 0) throw new Error(`the recording could not be formatted: ${stderr}`);
  return stdout;
}
