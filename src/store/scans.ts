import type { Instant } from '../domain/finding.ts';
import type { AccountResult, NoLongerScanned, Scan, ScanFilter } from '../domain/scan.ts';
import type { Scans } from '../domain/store.ts';
import { listed } from './finding-query.ts';
import type { Room } from './room.ts';
import type { Db, Row } from './tables.ts';

const scanOf = (row: Row<'scans'>): Scan => ({
  id: row.id,
  state: row.state,
  startedAt: row.started_at,
  finishedAt: row.finished_at,
  by: row.by,
  filter: JSON.parse(row.filter),
  accounts: JSON.parse(row.accounts),
  calls: row.calls,
  changes: JSON.parse(row.changes),
  error: row.error,
});

/**
 * Whether a scan asked everything of the accounts it looked at. One of some regions, services or checks knows less
 * than the whole scan before it, so it must not stand for the account.
 */
const isWholePerAccount = (filter: ScanFilter): boolean =>
  filter.regions.length + filter.services.length + filter.checks.length === 0;

/** What could not be opened keeps the day on which it last could be. */
async function withLastOpened(db: Db, account: AccountResult): Promise<AccountResult> {
  if (account.refused === undefined) return account;
  const row = await db
    .selectFrom('account_results')
    .selectAll()
    .where('account', '=', account.id)
    .executeTakeFirst();
  const lastOpened = row && openedAt(row);
  return lastOpened ? { ...account, lastOpened } : account;
}

function openedAt({ result, finished_at }: Row<'account_results'>): Instant | null {
  const { refused, lastOpened = null } = JSON.parse(result) as AccountResult;
  return refused === undefined ? finished_at : lastOpened;
}

async function keepResults(db: Db, scan: string, finishedAt: string, accounts: readonly AccountResult[]) {
  for (const account of accounts) {
    const result = JSON.stringify(await withLastOpened(db, account));
    const row = { scan, finished_at: finishedAt, result, left_at: null };
    await db
      .insertInto('account_results')
      .values({ account: account.id, ...row })
      .onConflict((same) =>
        same.column('account').doUpdateSet(row).where('account_results.finished_at', '<=', finishedAt),
      )
      .execute();
  }
}

export const scansIn = (room: Room): Scans => ({
  begin: ({ id, at, by, filter, process }) =>
    room.write(async (db) => {
      // The index allows one running scan; whoever comes second changes no row.
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('scans')
        .values({
          id,
          state: 'running',
          started_at: at,
          finished_at: null,
          by,
          filter: JSON.stringify(filter),
          accounts: '[]',
          calls: 0,
          changes: JSON.stringify({ opened: 0, regressed: 0, resolved: 0, gone: 0, notApplicable: 0 }),
          error: null,
          ...process,
          beat_at: at,
        })
        .onConflict((running) => running.doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    }),

  beat: (id, at) =>
    room.write(async (db) => {
      await db
        .updateTable('scans')
        .set({ beat_at: at })
        .where('id', '=', id)
        .where('state', '=', 'running')
        .execute();
    }),

  end: (id, { state, at, accounts, calls, changes, error, everyAccount = false }) =>
    room.write(async (db) => {
      const ended = await db
        .updateTable('scans')
        .set({
          state,
          finished_at: at,
          accounts: JSON.stringify(accounts),
          calls,
          changes: JSON.stringify(changes),
          error: error ?? null,
        })
        .where('id', '=', id)
        .where('state', '=', 'running')
        .returning('filter')
        .executeTakeFirst();
      if (!ended) return false;
      if (state === 'finished' && isWholePerAccount(JSON.parse(ended.filter))) {
        await keepResults(db, id, at, accounts);
        if (everyAccount)
          await db
            .updateTable('account_results')
            .set({ left_at: at })
            .where('left_at', 'is', null)
            .where('account', 'not in', listed(accounts.map((account) => account.id)))
            .execute();
      }
      return true;
    }),

  reap: (now, alive) =>
    room.write(async (db) => {
      const running = await db.selectFrom('scans').selectAll().where('state', '=', 'running').execute();
      const reaped: Scan[] = [];
      for (const { id, host, pid, instance, beat_at } of running) {
        if (alive({ host, pid, instance }, beat_at)) continue;
        const row = await db
          .updateTable('scans')
          .set({ state: 'interrupted', finished_at: now, error: 'the process that ran it ended' })
          .where('id', '=', id)
          .returningAll()
          .executeTakeFirstOrThrow();
        reaped.push(scanOf(row));
      }
      return reaped;
    }),

  get: (id) =>
    room.read(async (db) => {
      const row = await db.selectFrom('scans').selectAll().where('id', '=', id).executeTakeFirst();
      return row ? scanOf(row) : null;
    }),

  latest: (n, state) =>
    room.read(async (db) => {
      let scans = db.selectFrom('scans').selectAll();
      if (state) scans = scans.where('state', '=', state);
      return (await scans.orderBy('started_at', 'desc').orderBy('id', 'desc').limit(n).execute()).map(scanOf);
    }),

  perAccount: () =>
    room.read(async (db) => {
      const rows = await db
        .selectFrom('account_results')
        .selectAll()
        .where('left_at', 'is', null)
        .orderBy('account')
        .execute();
      return rows.map(({ scan, finished_at, result }) => ({
        ...(JSON.parse(result) as AccountResult),
        scan,
        finishedAt: finished_at,
      }));
    }),

  noLongerScanned: () =>
    room.read(async (db) => {
      const rows = await db
        .selectFrom('account_results')
        .innerJoin('findings', 'findings.account', 'account_results.account')
        .where('left_at', 'is not', null)
        .where('findings.status', '=', 'open')
        .groupBy('account_results.account')
        .selectAll('account_results')
        .select(({ fn }) => fn.countAll<number>().as('open'))
        .orderBy('account_results.account')
        .execute();
      return rows.map(({ open, ...row }): NoLongerScanned => {
        const { id, name, owner } = JSON.parse(row.result) as AccountResult;
        return { id, name, ...(owner === undefined ? {} : { owner }), open, scannedAt: openedAt(row) };
      });
    }),

  firstFinishedAt: () =>
    room.read(async (db) => {
      const { at } = await db
        .selectFrom('scans')
        .select(({ fn }) => fn.min('finished_at').as('at'))
        .where('state', '=', 'finished')
        .executeTakeFirstOrThrow();
      return at;
    }),
});
