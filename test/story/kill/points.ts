import type { AnyCatalog } from '../../../src/domain/catalog.ts';
import type { Provider, Session, WriteSession } from '../../../src/domain/provider.ts';
import type { Store } from '../../../src/domain/store.ts';

/** Passes a point of the road; at the one that was ordered, the process is killed and nothing in it runs any more. */
export type Pass = (name: string) => void;

export function points(killAt: number): { pass: Pass; passed: readonly string[] } {
  const passed: string[] = [];
  const pass = (name: string) => {
    passed.push(name);
    if (passed.length !== killAt) return;
    process.kill(process.pid, 'SIGKILL');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  };
  return { pass, passed };
}

async function around<T>(pass: Pass, name: () => string, work: () => Promise<T>): Promise<T> {
  pass(`before ${name()}`);
  const result = await work();
  pass(`after ${name()}`);
  return result;
}

/** Points before, inside and after each transaction of the store, and around each lease. */
export function watchedStore(store: Store, pass: Pass): Store {
  const { leases } = store;
  return {
    ...store,
    leases: {
      ...leases,
      take: (lease) =>
        around(
          pass,
          () => `taking ${lease.key.split(':')[0]}`,
          () => leases.take(lease),
        ),
      release: (owner, keys) =>
        around(
          pass,
          () => 'letting go',
          () => leases.release(owner, keys),
        ),
    },
    transaction(work) {
      let what = 'a transaction';
      return around(
        pass,
        () => what,
        () =>
          store.transaction(async (tx) => {
            const append: Store['audit']['append'] = (entry) => {
              what = entry.action;
              return tx.audit.append(entry);
            };
            const result = await work({ ...tx, audit: { ...tx.audit, append } });
            pass(`before the commit of ${what}`);
            return result;
          }),
      );
    },
  };
}

/** Points before each question to the cloud (after one is before the next), and on both sides of all that writes. */
export function watchedProvider(provider: Provider, pass: Pass): Provider {
  return {
    ...provider,
    async open(account, scope) {
      pass('before opening the account');
      return watchedSession(provider.catalog, await provider.open(account, scope), pass);
    },
    async openWriter(account, mandate) {
      const session = await around(
        pass,
        () => 'opening the account to write',
        () => provider.openWriter(account, mandate),
      );
      const watched: WriteSession = {
        ...session,
        write: (kind, fact, subject, value) =>
          around(
            pass,
            () => 'the write',
            () => session.write(kind, fact, subject, value),
          ),
      };
      return watched;
    },
  };
}

function watchedSession(catalog: AnyCatalog, session: Session, pass: Pass): Session {
  return {
    ...session,
    list(kind, region) {
      pass(`before listing ${kind}`);
      return session.list(kind, region);
    },
    read(kind, fact, subject, needs) {
      if (catalog[kind]?.facts[fact]?.from !== 'facts') pass(`before reading ${fact}`);
      return session.read(kind, fact, subject, needs);
    },
    close() {
      pass('before closing the account');
      return session.close();
    },
  };
}
