import type { FreezeState } from '../domain/freeze.ts';
import type { Freezes } from '../domain/store.ts';
import type { Room } from './room.ts';

export const freezesIn = (room: Room): Freezes => ({
  // Without its row nobody can say that writing is allowed, so this throws.
  get: () =>
    room.read(async (db) => {
      const row = await db.selectFrom('freeze').selectAll().executeTakeFirstOrThrow();
      return { ...(JSON.parse(row.state) as Omit<FreezeState, 'version'>), version: row.version };
    }),

  save: ({ version, ...state }) =>
    room.write(async (db) => {
      const { numUpdatedRows } = await db
        .updateTable('freeze')
        .set({ version, state: JSON.stringify(state) })
        .where('version', '=', version - 1)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    }),
});
