import type { Conversation, Conversations } from '../domain/store.ts';
import type { Room } from './room.ts';
import type { Row } from './tables.ts';

const conversation = ({ at: _, ...row }: Row<'conversations'>): Conversation => row;

export const conversationsIn = (room: Room): Conversations => ({
  put: (given, at) =>
    room.write(async (db) => {
      const { platform, team, id, person, address } = given;
      const known = await db
        .selectFrom('conversations')
        .select('id')
        .where('platform', '=', platform)
        .where('team', '=', team)
        .where('id', '=', id)
        .executeTakeFirst();
      await db
        .insertInto('conversations')
        .values({ platform, team, id, person, address, at })
        .onConflict((same) => same.columns(['platform', 'team', 'id']).doUpdateSet({ person, address, at }))
        .execute();
      return known === undefined;
    }),
  get: (platform, team, id) =>
    room.read(async (db) => {
      const row = await db
        .selectFrom('conversations')
        .selectAll()
        .where('platform', '=', platform)
        .where('team', '=', team)
        .where('id', '=', id)
        .executeTakeFirst();
      return row ? conversation(row) : null;
    }),
  withPerson: (platform, team, person) =>
    room.read(async (db) => {
      const row = await db
        .selectFrom('conversations')
        .selectAll()
        .where('platform', '=', platform)
        .where('team', '=', team)
        .where('person', '=', person)
        .orderBy('at', 'desc')
        .executeTakeFirst();
      return row ? conversation(row) : null;
    }),
  all: (platform, team) =>
    room.read(async (db) => {
      const rows = await db
        .selectFrom('conversations')
        .selectAll()
        .where('platform', '=', platform)
        .where('team', '=', team)
        .orderBy('at', 'desc')
        .orderBy('id')
        .execute();
      return rows.map(conversation);
    }),
  forget: (platform, team, id) =>
    room.write(async (db) => {
      const { numDeletedRows } = await db
        .deleteFrom('conversations')
        .where('platform', '=', platform)
        .where('team', '=', team)
        .where('id', '=', id)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    }),
  arrived: (key, { platform, team, channel, id }, thread, at) =>
    room.write(async (db) => {
      await db
        .insertInto('posts')
        .values({ platform, key, team, channel, id, thread, at })
        .onConflict((same) =>
          same.columns(['platform', 'key']).doUpdateSet({ team, channel, id, thread, at }),
        )
        .execute();
    }),
  messageOf: (platform, key) =>
    room.read(async (db) => {
      const row = await db
        .selectFrom('posts')
        .select(['platform', 'team', 'channel', 'id'])
        .where('platform', '=', platform)
        .where('key', '=', key)
        .executeTakeFirst();
      return row ?? null;
    }),
  threadOf: ({ platform, team, channel, id }) =>
    room.read(async (db) => {
      const row = await db
        .selectFrom('posts')
        .select('thread')
        .where('platform', '=', platform)
        .where('team', '=', team)
        .where('channel', '=', channel)
        .where('id', '=', id)
        .executeTakeFirst();
      return row?.thread ?? null;
    }),
  prune: (before) =>
    room.write(async (db) => {
      const { numDeletedRows } = await db.deleteFrom('posts').where('at', '<', before).executeTakeFirst();
      return Number(numDeletedRows);
    }),
});
