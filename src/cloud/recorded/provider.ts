import { readFileSync } from 'node:fs';
import type { AnyCatalog, Subject } from '../../domain/catalog.ts';
import type { Collected, UnknownReason } from '../../domain/collected.ts';
import { CloudError, ConfigError, NotKnown } from '../../domain/errors.ts';
import type { Provider, Session } from '../../domain/provider.ts';
import { type Inventory, inventorySchema, type RecordedAccount, withDates } from './inventory.ts';

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

const refuse = (why: Exclude<Collected<unknown>, { known: true }>) =>
  new CloudError(why.reason, why.message, why.permission);

/** Answers from a recording instead of a cloud: the demo, offline evaluation, reports of faults. */
export function recordedProvider(inventory: Inventory, catalog: AnyCatalog): Provider {
  const provider: Provider = {
    name: inventory.provider,
    asOf: new Date(inventory.recordedAt),
    catalog,
    accounts: () => inventory.accounts.map(({ id, name }) => ({ id, name })),
    async open(account) {
      const recorded = inventory.accounts.find((a) => a.id === account.id);
      if (!recorded) throw new CloudError('notRecorded', `account ${account.name} is not in the recording`);
      if (recorded.refused && !recorded.refused.known) throw refuse(recorded.refused as never);
      return sessionOf(recorded);
    },
    readOnly: () => 'this is a recording: nothing can be written to it',
    openWriter: async () => {
      throw new CloudError('denied', 'this is a recording: nothing can be written to it');
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

function sessionOf(recorded: RecordedAccount): Session {
  const byResource = new Map(recorded.resources.map((r) => [`${r.kind} ${r.subject.id}`, r]));
  const { id, name, partition, regions } = recorded;
  return {
    identity: { id, name, partition },
    regions,
    async *list(kind, region) {
      const listing = recorded.listings.find((l) => l.kind === kind && l.region === region);
      if (!listing) throw new CloudError('notRecorded', `the recording has no listing of ${kind}`);
      for (const r of recorded.resources) {
        const here = region === 'global' || r.subject.region === region;
        if (r.kind === kind && here) yield r.subject as unknown as Subject;
      }
      if (listing.why && !listing.why.known) throw refuse(listing.why as never);
    },
    async read(kind, fact, subject) {
      const answer = byResource.get(`${kind} ${subject.id}`)?.facts[fact] as Collected<unknown> | undefined;
      if (!answer) throw new CloudError('notRecorded', `${fact} was not recorded`);
      if (!answer.known) throw refuse(answer);
      return answer.value;
    },
    calls: () => 0,
    close: async () => {},
  };
}
