import type { Leases, ProcessMark } from '../domain/store.ts';
import { listed } from './finding-query.ts';
import type { Room } from './room.ts';

const same = (a: ProcessMark, b: ProcessMark): boolean =>
  a.host === b.host && a.pid === b.pid && a.instance === b.instance;

export const leasesIn = (room: Room): Leases => ({
  take: ({ key, owner, process: { host, pid, instance }, at, until, dead }) =>
    room.write(async (db) => {
      const mark = { host, pid, instance };
      const row = await db.selectFrom('leases').selectAll().where('key', '=', key).executeTakeFirst();
      if (!row) {
        await db
          .insertInto('leases')
          .values({ key, fence: 1, owner, ...mark, until })
          .execute();
        return 1;
      }
      const held = row.owner !== null && row.owner !== owner && row.until > at;
      if (held && !dead?.({ host: row.host, pid: row.pid, instance: row.instance })) return null;
      // A restarted process is another holder under the same name: what the old one does late is refused.
      const renewed = row.owner === owner && same(row, mark);
      const fence = renewed ? row.fence : row.fence + 1;
      await db
        .updateTable('leases')
        .set({ fence, owner, ...mark, until })
        .where('key', '=', key)
        .execute();
      return fence;
    }),

  holds: (key, owner, fence) =>
    room.read(async (db) => {
      const row = await db
        .selectFrom('leases')
        .select('key')
        .where((where) => where.and({ key, owner, fence }))
        .executeTakeFirst();
      return row !== undefined;
    }),

  release: (owner, keys) =>
    room.write(async (db) => {
      let freed = db.updateTable('leases').set({ owner: null }).where('owner', '=', owner);
      if (keys) freed = freed.where('key', 'in', listed(keys));
      await freed.execute();
    }),

  holder: (key, at) =>
    room.read(async (db) => {
      const row = await db
        .selectFrom('leases')
        .select('owner')
        .where('key', '=', key)
        .where('until', '>', at)
        .executeTakeFirst();
      return row?.owner ?? null;
    }),
});
