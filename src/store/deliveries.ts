import type { Deliveries } from '../domain/store.ts';
import type { Room } from './room.ts';

export const deliveriesIn = (room: Room): Deliveries => ({
  claim: (key, at) =>
    room.write(async (db) => {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('deliveries')
        .values({ key, at })
        .onConflict((same) => same.column('key').doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    }),
  prune: (before) =>
    room.write(async (db) => {
      const { numDeletedRows } = await db
        .deleteFrom('deliveries')
        .where('at', '<', before)
        .executeTakeFirst();
      return Number(numDeletedRows);
    }),
});
