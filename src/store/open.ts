import type { Database } from 'better-sqlite3';
import { Kysely, sql } from 'kysely';
import { StoreError } from '../domain/errors.ts';
import type { Store } from '../domain/store.ts';
import { attestationsIn } from './attestations.ts';
import { auditLogIn } from './audit-log.ts';
import { connect, makeFile } from './connect.ts';
import { conversationsIn } from './conversations.ts';
import { deliveriesIn } from './deliveries.ts';
import { sqliteDialect } from './dialect.ts';
import { storeError } from './errors.ts';
import { findingsIn } from './findings.ts';
import { freezesIn } from './freezes.ts';
import { leasesIn } from './leases.ts';
import { migrate } from './migrate.ts';
import { outboxIn } from './outbox.ts';
import { withPatience } from './patience.ts';
import { remediationsIn } from './remediations.ts';
import { houseOf, type Room } from './room.ts';
import { scansIn } from './scans.ts';
import { secondFactorsIn } from './second-factors.ts';
import { slotsIn } from './slots.ts';
import type { Tables } from './tables.ts';

export interface StoreOptions {
  /** How long to wait for another process that holds the file. */
  readonly waitMs?: number;
  /** How long to wait for earlier transactions of this process. */
  readonly queueMs?: number;
}

const storeIn = (room: Room, rest: Pick<Store, 'transaction' | 'close'>): Store => ({
  remediations: remediationsIn(room),
  leases: leasesIn(room),
  freezes: freezesIn(room),
  secondFactors: secondFactorsIn(room),
  findings: findingsIn(room),
  scans: scansIn(room),
  outbox: outboxIn(room),
  audit: auditLogIn(room),
  deliveries: deliveriesIn(room),
  slots: slotsIn(room),
  conversations: conversationsIn(room),
  attestations: attestationsIn(room),
  ping: () => room.write(async (db) => void (await sql`update pulse set beats = beats + 1`.execute(db))),
  ...rest,
});

const insideTransaction = {
  transaction: async () => {
    throw new StoreError('Transactions do not nest: use the store that this one was given.');
  },
  close: async () => {
    throw new StoreError('A transaction cannot close the store.');
  },
};

/**
 * Opens the file, making it and its folders where they are missing, and brings it up to date. Several processes may
 * have it open. One connection writes, another reads, so that a read never waits for a transaction.
 */
export async function openStore(path: string, options: StoreOptions = {}): Promise<Store> {
  const { waitMs = 15_000, queueMs = 60_000 } = options;
  const inMemory = path === ':memory:';
  const open: Database[] = [];
  let closing: Promise<void> | undefined;
  const closeAll = () => {
    for (const database of open) database.close();
  };

  const kysely = async (use: 'write' | 'read') => {
    const database = await withPatience(waitMs, () => connect(path, use));
    open.push(database);
    if (use === 'write') await migrate(database, path, waitMs);
    const begin = use === 'write' ? 'begin immediate' : 'begin';
    return new Kysely<Tables>({ dialect: sqliteDialect(database, { path, begin, waitMs }) });
  };

  try {
    if (!inMemory) makeFile(path);
    const writer = await kysely('write');
    const house = houseOf(writer, inMemory ? null : await kysely('read'), queueMs);
    return storeIn(house.room, {
      transaction: (work) => house.transaction((inner) => work(storeIn(inner, insideTransaction))),
      close: () => {
        closing ??= house.shut().then(closeAll);
        return closing;
      },
    });
  } catch (error) {
    closeAll();
    throw storeError(path, error);
  }
}
