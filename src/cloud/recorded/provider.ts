import { readFileSync } from 'node:fs';
import type { AnyCatalog } from '../../domain/catalog.ts';
import type { UnknownReason } from '../../domain/collected.ts';
import { CloudError, ConfigError, NotKnown } from '../../domain/errors.ts';
import type { Account as Named, Provider } from '../../domain/provider.ts';
import { Changes } from './changes.ts';
import { type Inventory, inventorySchema, type RecordedAccount, withDates } from './inventory.ts';
import { type Account, type RecordedFacts, refusal, sessionOf } from './session.ts';
import { type RecordedWrite, writerOf } from './writer.ts';

/** Reads a recorded inventory; refuses a file that is none. */
export function readInventory(path: string): Inventory {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new ConfigError([`${path} cannot be read: name a file that \`hipaa inventory record\` wrote`], {
      cause,
    });
  }
  try {
    return inventorySchema.parse(JSON.parse(text, withDates));
  } catch (cause) {
    throw new ConfigError(
      [`${path} is not a recorded inventory: write one with \`hipaa inventory record\``],
      { cause },
    );
  }
}

export interface RecordedProvider extends Provider {
  /** Everything that was written, in its order. */
  readonly writes: readonly RecordedWrite[];
}

function accountOf(recorded: RecordedAccount, catalog: AnyCatalog): Account {
  const byResource = new Map(
    recorded.resources.map((r) => [`${r.kind} ${r.subject.id}`, r.facts as RecordedFacts]),
  );
  return {
    recorded,
    changes: new Changes(catalog),
    factsOf: (kind, id) => byResource.get(`${kind} ${id}`),
  };
}

/**
 * Answers from a recording instead of a cloud: the demo, offline evaluation, reports of faults. A `writable` one can be
 * changed in memory, for the demo and for drills; what people recorded of their own account stays as it was.
 */
export function recordedProvider(
  inventory: Inventory,
  catalog: AnyCatalog,
  { writable = false }: { readonly writable?: boolean } = {},
): RecordedProvider {
  const accounts = new Map(inventory.accounts.map((a) => [a.id, accountOf(a, catalog)]));
  const writes: RecordedWrite[] = [];
  const opened = (named: Named): Account => {
    const account = accounts.get(named.id ?? '');
    if (!account) throw new CloudError('notRecorded', `account ${named.name} is not in the recording`);
    const { refused } = account.recorded;
    if (refused && !refused.known) throw refusal(refused as never);
    return account;
  };
  const readOnly = () =>
    writable ? null : 'this is a recording of an account, and a recording cannot be changed';
  const provider: RecordedProvider = {
    name: inventory.provider,
    asOf: new Date(inventory.recordedAt),
    catalog,
    writes,
    // Nothing of it is anybody's production.
    accounts: () =>
      inventory.accounts.map(({ id, name }) => ({
        id,
        name,
        ...(inventory.demo === undefined ? {} : { environment: 'demo' }),
      })),
    open: async (account, scope) => sessionOf(opened(account), catalog, scope),
    readOnly,
    async openWriter(account, mandate) {
      const why = readOnly();
      if (why !== null) throw new CloudError('denied', why);
      return writerOf(opened(account), catalog, mandate, (write) => writes.push(write));
    },
    classify(error) {
      const told = error instanceof NotKnown ? error.why : error instanceof CloudError ? error : null;
      if (!told) return { reason: 'failed' as UnknownReason, message: 'the recording could not be read' };
      const { reason, message, permission } = told;
      return permission === undefined ? { reason, message } : { reason, message, permission };
    },
  };
  return inventory.demo === undefined ? provider : { ...provider, demo: inventory.demo };
}
