import { type Fingerprint, fingerprintOf } from '../domain/finding.ts';
import type { Findings } from '../domain/store.ts';
import { applyEvent, nothing } from './apply-event.ts';
import { inAccounts, listed, matching } from './finding-query.ts';
import { findingOf } from './finding-row.ts';
import { readHandle } from './handle.ts';
import { entryOf } from './history.ts';
import type { Room } from './room.ts';
import type { Db } from './tables.ts';
import { trendIn } from './trend.ts';

const exists = async (db: Db, fingerprint: Fingerprint): Promise<boolean> =>
  (await db
    .selectFrom('findings')
    .select('fingerprint')
    .where('fingerprint', '=', fingerprint)
    .executeTakeFirst()) !== undefined;

export const findingsIn = (room: Room): Findings => ({
  get: (id) =>
    room.read(async (db) => {
      const key = readHandle(id);
      const row = await db
        .selectFrom('findings')
        .selectAll()
        .where((where) =>
          'handle' in key ? where('handle', '=', key.handle) : where('fingerprint', '=', key.fingerprint),
        )
        .executeTakeFirst();
      return row ? findingOf(row) : null;
    }),

  find: (query) =>
    room.snapshot(async (db) => {
      const found = matching(db, query);
      const { total } = await found
        .select(({ fn }) => fn.countAll<number>().as('total'))
        .executeTakeFirstOrThrow();
      const rows = await found
        .selectAll()
        .orderBy('rank')
        .$if(query.ahead !== undefined, (q) =>
          q.orderBy((where) => where('check_id', 'in', listed(query.ahead ?? [])), 'desc'),
        )
        .orderBy('opened_at')
        // One scan opens many at once: of equal age, the same questions stand together.
        .orderBy('check_id')
        .orderBy('resource')
        .orderBy('fingerprint')
        .limit(query.limit ?? -1)
        .offset(query.offset ?? 0)
        .execute();
      return { total, findings: rows.map(findingOf) };
    }),

  counts: (accounts) =>
    room.read(async (db) => {
      const rows = await db
        .selectFrom('findings')
        .select(({ fn }) => ['severity', 'triage', fn.countAll<number>().as('n')])
        .where('status', '=', 'open')
        .where((where) => inAccounts(where, accounts))
        .groupBy(['severity', 'triage'])
        .execute();
      const counts = { critical: 0, high: 0, medium: 0, low: 0, accepted: 0, acknowledged: 0 };
      for (const { severity, triage, n } of rows) {
        counts[severity] += n;
        if (triage !== 'untriaged') counts[triage] += n;
      }
      return counts;
    }),

  openByCheck: () =>
    room.read(async (db) => {
      const rows = await db
        .selectFrom('findings')
        .select(({ fn }) => ['check_id', fn.countAll<number>().as('n')])
        .where('status', '=', 'open')
        .groupBy('check_id')
        .execute();
      return new Map(rows.map(({ check_id, n }) => [check_id, n]));
    }),

  async apply(sighting, event, actor, scan) {
    // Most answers of a scan are passes for which there is no finding: they must not wait for the write lock.
    if (event.kind !== 'failed' && !room.inside) {
      const fingerprint = fingerprintOf(sighting);
      if (!(await room.read((db) => exists(db, fingerprint)))) return nothing;
    }
    return room.write((db) => applyEvent(db, sighting, event, actor, scan));
  },

  async seen(sighting, scan) {
    const fingerprint = fingerprintOf(sighting);
    if (!room.inside && !(await room.read((db) => exists(db, fingerprint)))) return;
    await room.write(async (db) => {
      await db
        .updateTable('findings')
        .set({ seen_scan: scan })
        .where('fingerprint', '=', fingerprint)
        .execute();
    });
  },

  unseen: ({ provider, account, kind, checks, regions, scan }) =>
    room.read(async (db) => {
      let unseen = db
        .selectFrom('findings')
        .selectAll()
        .where('account', '=', account)
        .where('provider', '=', provider)
        .where('kind', '=', kind)
        .where('status', '=', 'open')
        .where('check_id', 'in', listed(checks))
        .where('seen_scan', 'is not', scan);
      if (regions) unseen = unseen.where('region', 'in', listed(regions));
      return (await unseen.orderBy('rank').orderBy('opened_at').orderBy('fingerprint').execute()).map(
        findingOf,
      );
    }),

  history: (fingerprint) =>
    room.read(async (db) => {
      const rows = await db
        .selectFrom('history')
        .selectAll()
        .where('fingerprint', '=', fingerprint)
        .orderBy('id')
        .execute();
      return rows.map(entryOf);
    }),

  changesSince: (since, accounts) =>
    room.read(async (db) => {
      const rows = await db
        .selectFrom('history')
        .innerJoin('findings', 'findings.fingerprint', 'history.fingerprint')
        .selectAll('findings')
        .select([
          'history.at as change_at',
          'history.actor as change_actor',
          'history.change as change',
          'history.because as change_because',
          'history.scan as change_scan',
        ])
        .where('history.at', '>=', since)
        .$if(accounts !== undefined, (q) => q.where('findings.account', 'in', listed(accounts ?? [])))
        .orderBy('history.at')
        .orderBy('history.id')
        .execute();
      return rows.map((row) => ({
        at: row.change_at,
        actor: row.change_actor,
        change: row.change,
        because: row.change_because,
        scan: row.change_scan,
        finding: findingOf(row),
      }));
    }),

  trend: (days, now, accounts) => room.snapshot((db) => trendIn(db, days, now, accounts)),

  lapsing: (at) =>
    room.read(async (db) => {
      const rows = await db
        .selectFrom('findings')
        .selectAll()
        .where('triage_until', '<=', at)
        .orderBy('triage_until')
        .orderBy('fingerprint')
        .execute();
      return rows.map(findingOf);
    }),
});
