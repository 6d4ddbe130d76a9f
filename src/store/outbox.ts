import { randomUUID } from 'node:crypto';
import { type ExpressionBuilder, sql } from 'kysely';
import { StoreError } from '../domain/errors.ts';
import type { Instant } from '../domain/finding.ts';
import type { MessageRef } from '../domain/message.ts';
import type { Outbox } from '../domain/store.ts';
import { editCard, endOfLine, giveWay } from './outbox-edits.ts';
import { itemOf, lineOf } from './outbox-row.ts';
import type { Room } from './room.ts';
import type { Tables } from './tables.ts';

/** Spelt as the partial indexes spell it, so that SQLite uses them. */
const unfinished = sql<boolean>`state in ('queued', 'sending')`;

/** Quiet hours: others go first, as if it were not in the line. One that was claimed all the same is under way. */
const waitsAside = (at: Instant) => sql<boolean>`state = 'queued' and held_until > ${at}`;

const isMessage = (ref: MessageRef) => (where: ExpressionBuilder<Tables, 'cards'>) =>
  where.and({ platform: ref.platform, team: ref.team, channel: ref.channel, message: ref.id });

export const outboxIn = (room: Room): Outbox => ({
  add: ({ key, channel, message, card, kind = 'post', at, holdUntil }) =>
    room.write(async (db) => {
      if (kind === 'update' && card === undefined) throw new StoreError(`The update ${key} names no card.`);
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('outbox')
        .values({
          id: randomUUID(),
          key,
          position: await endOfLine(db),
          ...lineOf(channel),
          thread: channel.thread ?? null,
          message: JSON.stringify(message),
          card: card ?? null,
          kind,
          state: 'queued',
          attempts: 0,
          not_before: at,
          created_at: at,
          changed_at: at,
          error: null,
          held_until: holdUntil ?? null,
        })
        .onConflict((same) => same.column('key').doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    }),

  updateCard: (card, message, at) => room.write((db) => editCard(db, card, message, at)),

  due: (at, limit) =>
    room.read(async (db) => {
      const heads = db
        .selectFrom('outbox')
        .select(({ fn }) => ['platform', 'team', 'channel', fn.min('position').as('position')])
        .where(unfinished)
        .where(sql<boolean>`(${waitsAside(at)}) is not true`)
        .groupBy(['platform', 'team', 'channel'])
        .as('head');
      const rows = await db
        .selectFrom(heads)
        .innerJoin('outbox', (join) =>
          join
            .onRef('outbox.platform', '=', 'head.platform')
            .onRef('outbox.team', '=', 'head.team')
            .onRef('outbox.channel', '=', 'head.channel')
            .onRef('outbox.position', '=', 'head.position')
            .on(unfinished),
        )
        .selectAll('outbox')
        .where('outbox.state', '=', 'queued')
        .where('outbox.not_before', '<=', at)
        .orderBy('outbox.position')
        .limit(limit)
        .execute();
      return rows.map(itemOf);
    }),

  claim: (id, at) =>
    room.write(async (db) => {
      const row = await db
        .updateTable('outbox')
        .set((eb) => ({ state: 'sending', attempts: eb('attempts', '+', 1), changed_at: at }))
        .where('id', '=', id)
        .where('state', '=', 'queued')
        .returningAll()
        .executeTakeFirst();
      return row ? itemOf(row) : null;
    }),

  sent: (id, at, ref) =>
    room.write(async (db) => {
      const row = await db
        .updateTable('outbox')
        .set({ state: 'sent', changed_at: at, error: null })
        .where('id', '=', id)
        .where('state', 'in', ['queued', 'sending'])
        .returning('card')
        .executeTakeFirst();
      if (!row?.card || !ref) return;
      const { platform, team, channel, id: message } = ref;
      await db
        .insertInto('cards')
        .values({ platform, team, channel, message, card: row.card })
        .onConflict((same) =>
          same.columns(['platform', 'team', 'channel', 'message']).doUpdateSet({ card: row.card ?? '' }),
        )
        .execute();
    }),

  retry: (id, notBefore, error) =>
    room.write(async (db) => {
      const row = await db
        .selectFrom('outbox')
        .selectAll()
        .where('id', '=', id)
        .where('state', '=', 'sending')
        .executeTakeFirst();
      if (!row) return;
      const state = (await giveWay(db, row, notBefore)) ? 'superseded' : 'queued';
      await db
        .updateTable('outbox')
        .set({ state, not_before: notBefore, error })
        .where('id', '=', id)
        .execute();
    }),

  fail: (id, at, error) =>
    room.write(async (db) => {
      await db
        .updateTable('outbox')
        .set({ state: 'failed', changed_at: at, error })
        .where('id', '=', id)
        .where('state', 'in', ['queued', 'sending'])
        .execute();
    }),

  inDoubt: () =>
    room.read(async (db) => {
      const rows = await db
        .selectFrom('outbox')
        .selectAll()
        .where(unfinished)
        .where('state', '=', 'sending')
        .orderBy('position')
        .execute();
      return rows.map(itemOf);
    }),

  refs: (card, channel) =>
    room.read(async (db) => {
      let refs = db.selectFrom('cards').selectAll().where('card', '=', card);
      if (channel) refs = refs.where((where) => where.and({ ...lineOf(channel) }));
      const rows = await refs
        .orderBy('platform')
        .orderBy('team')
        .orderBy('channel')
        .orderBy('message')
        .execute();
      return rows.map(({ platform, team, channel, message }) => ({ platform, team, channel, id: message }));
    }),

  forget: (ref) =>
    room.write(async (db) => {
      await db.deleteFrom('cards').where(isMessage(ref)).execute();
    }),

  cardAt: (ref) =>
    room.read(async (db) => {
      const row = await db.selectFrom('cards').select('card').where(isMessage(ref)).executeTakeFirst();
      return row?.card ?? null;
    }),

  depth: () =>
    room.read(async (db) => {
      const { n } = await db
        .selectFrom('outbox')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .where(unfinished)
        .executeTakeFirstOrThrow();
      return n;
    }),

  get: (id) =>
    room.read(async (db) => {
      const row = await db.selectFrom('outbox').selectAll().where('id', '=', id).executeTakeFirst();
      return row ? itemOf(row) : null;
    }),
});
