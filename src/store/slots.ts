import type { Slots } from '../domain/store.ts';
import type { Room } from './room.ts';

export const slotsIn = (room: Room): Slots => ({
  get: (job) =>
    room.read(async (db) => {
      const row = await db.selectFrom('slots').select('due_at').where('job', '=', job).executeTakeFirst();
      return row?.due_at ?? null;
    }),
  set: (job, dueAt) =>
    room.write(async (db) => {
      await db
        .insertInto('slots')
        .values({ job, due_at: dueAt })
        .onConflict((same) => same.column('job').doUpdateSet({ due_at: dueAt }))
        .execute();
    }),
});
