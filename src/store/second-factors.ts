import type { SecondFactor, SecondFactors } from '../domain/store.ts';
import type { Room } from './room.ts';
import type { Row } from './tables.ts';

const factorOf = (row: Row<'second_factors'>): SecondFactor => ({
  person: row.person,
  sealed: row.sealed,
  confirmedAt: row.confirmed_at,
  lastStep: row.last_step,
  failures: row.failures,
  lockedUntil: row.locked_until,
});

export const secondFactorsIn = (room: Room): SecondFactors => ({
  get: (person) =>
    room.read(async (db) => {
      const row = await db
        .selectFrom('second_factors')
        .selectAll()
        .where('person', '=', person)
        .executeTakeFirst();
      return row ? factorOf(row) : null;
    }),

  put: (person, sealed, at) =>
    room.write(async (db) => {
      const fresh = {
        sealed,
        enrolled_at: at,
        confirmed_at: null,
        last_step: 0,
        failures: 0,
        locked_until: null,
      };
      await db
        .insertInto('second_factors')
        .values({ person, ...fresh })
        .onConflict((same) => same.column('person').doUpdateSet(fresh))
        .execute();
    }),

  spend: (person, step, at) =>
    room.write(async (db) => {
      const { numUpdatedRows } = await db
        .updateTable('second_factors')
        .set(({ fn, val }) => ({
          last_step: step,
          confirmed_at: fn.coalesce('confirmed_at', val(at)),
          failures: 0,
          locked_until: null,
        }))
        .where('person', '=', person)
        .where('last_step', '<', step)
        // Of many guesses at once, the right one may come after the wrong ones have locked it.
        .where((where) => where.or([where('locked_until', 'is', null), where('locked_until', '<=', at)]))
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    }),

  fail: (person, lockedUntil) =>
    room.write(async (db) => {
      const row = await db
        .updateTable('second_factors')
        .set((eb) => ({
          failures: eb('failures', '+', 1),
          // A lock is never shortened by the next wrong code.
          locked_until:
            lockedUntil === null
              ? eb.ref('locked_until')
              : eb.fn<string>('max', [
                  eb.fn.coalesce('locked_until', eb.val(lockedUntil)),
                  eb.val(lockedUntil),
                ]),
        }))
        .where('person', '=', person)
        .returning('failures')
        .executeTakeFirst();
      return row?.failures ?? 0;
    }),

  remove: (person) =>
    room.write(async (db) => {
      const { numDeletedRows } = await db
        .deleteFrom('second_factors')
        .where('person', '=', person)
        .executeTakeFirst();
      return numDeletedRows === 1n;
    }),
});
