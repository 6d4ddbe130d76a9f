import { sql } from 'kysely';
import { StoreError } from '../domain/errors.ts';
import type { Channel } from '../domain/message.ts';
import { movingStates, openStates } from '../domain/remediation.ts';
import type { RemediationQuery, Remediations } from '../domain/store.ts';
import { listed } from './finding-query.ts';
import { columnsOf, findingsOf, nameOf, readId, remediationOf, resourcesOf } from './remediation-row.ts';
import type { Room } from './room.ts';
import type { Db, Row } from './tables.ts';

async function rowOf(db: Db, typed: string): Promise<Row<'remediations'> | undefined> {
  const id = readId(typed);
  if (id === null) return undefined;
  return db.selectFrom('remediations').selectAll().where('id', '=', id).executeTakeFirst();
}

function matching(db: Db, { states, finding, account }: RemediationQuery) {
  let found = db.selectFrom('remediations');
  if (states) found = found.where('state', 'in', listed(states));
  if (account !== undefined) found = found.where('account', '=', account);
  if (finding !== undefined)
    found = found.where('id', 'in', (eb) =>
      eb.selectFrom('remediation_findings').select('remediation').where('fingerprint', '=', finding),
    );
  return found;
}

export const remediationsIn = (room: Room): Remediations => ({
  add: (draft, origin) =>
    room.write(async (db) => {
      const newest = await db
        .selectFrom('remediations')
        .select(({ fn }) => fn.max('id').as('id'))
        .executeTakeFirst();
      const id = (newest?.id ?? 0) + 1;
      const r = draft(nameOf(id));
      if (r.id !== nameOf(id)) throw new StoreError(`The new remediation ${nameOf(id)} was named ${r.id}.`);
      const row = { id, origin: JSON.stringify(origin), ...columnsOf(r) };
      await db.insertInto('remediations').values(row).execute();
      for (const arn of resourcesOf(r.plan))
        await db.insertInto('remediation_resources').values({ arn, remediation: id }).execute();
      for (const fingerprint of findingsOf(r.plan))
        await db.insertInto('remediation_findings').values({ fingerprint, remediation: id }).execute();
      return remediationOf(row);
    }),

  get: (id) =>
    room.read(async (db) => {
      const row = await rowOf(db, id);
      return row ? remediationOf(row) : null;
    }),

  originOf: (id) =>
    room.read(async (db) => {
      const row = await rowOf(db, id);
      return row ? (JSON.parse(row.origin) as Channel) : null;
    }),

  save: (next) =>
    room.write(async (db) => {
      const { numUpdatedRows } = await db
        .updateTable('remediations')
        .set(columnsOf(next))
        .where('id', '=', readId(next.id))
        .where('version', '=', next.version - 1)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    }),

  find: (query) =>
    room.snapshot(async (db) => {
      const found = matching(db, query);
      const { total } = await found
        .select(({ fn }) => fn.countAll<number>().as('total'))
        .executeTakeFirstOrThrow();
      const rows = await found
        .selectAll()
        .orderBy('id', 'desc')
        .limit(query.limit ?? -1)
        .offset(query.offset ?? 0)
        .execute();
      return { total, remediations: rows.map(remediationOf) };
    }),

  touching: (resources) =>
    room.read(async (db) => {
      const rows = await matching(db, { states: [...openStates, ...movingStates] })
        .selectAll()
        .where('id', 'in', (eb) =>
          eb.selectFrom('remediation_resources').select('remediation').where('arn', 'in', listed(resources)),
        )
        .orderBy('id')
        .execute();
      return rows.map(remediationOf);
    }),

  due: (at) =>
    room.read(async (db) => {
      const due = db.selectFrom('remediations').selectAll().where('due_at', '<=', at);
      // The plus keeps SQLite from walking all there ever were in the order of their ids.
      return (await due.orderBy(sql`+id`).execute()).map(remediationOf);
    }),

  unseenByScan: () =>
    room.read(async (db) => {
      // Spelt as the partial index spells it, so that SQLite uses it.
      const unseen = db.selectFrom('remediations').selectAll().where(sql<boolean>`unseen = 1`);
      return (await unseen.orderBy('id').execute()).map(remediationOf);
    }),
});
