import type { Attestation } from '../domain/attestation.ts';
import type { Attestations } from '../domain/store.ts';
import type { Room } from './room.ts';
import type { Row } from './tables.ts';

const attestation = ({ seq: _, by_name: byName, ...row }: Row<'attestations'>): Attestation => ({
  ...row,
  byName,
});

export const attestationsIn = (room: Room): Attestations => ({
  add: (given) =>
    room.write(async (db) => {
      const { byName: by_name, ...rest } = given;
      await db
        .insertInto('attestations')
        .values({ ...rest, by_name })
        .execute();
    }),
  latest: () =>
    room.read(async (db) => {
      const rows = await db
        .selectFrom('attestations')
        .selectAll()
        .where('seq', 'in', (newest) =>
          newest
            .selectFrom('attestations')
            .select(({ fn }) => fn.max('seq').as('seq'))
            .groupBy('topic'),
        )
        .orderBy('topic')
        .execute();
      return rows.map(attestation);
    }),
  of: (topic) =>
    room.read(async (db) => {
      const rows = await db
        .selectFrom('attestations')
        .selectAll()
        .where('topic', '=', topic)
        .orderBy('seq', 'desc')
        .execute();
      return rows.map(attestation);
    }),
});
