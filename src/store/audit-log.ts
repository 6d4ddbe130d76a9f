import { type AuditRecord, type ChainVerdict, canonical, genesis, hashOf } from '../domain/audit.ts';
import type { AuditLog } from '../domain/store.ts';
import type { Room } from './room.ts';
import type { Db, Row } from './tables.ts';

const pageSize = 500;

const recordOf = (row: Row<'audit'>): AuditRecord => ({ ...row, detail: JSON.parse(row.detail) });

const headOf = async (db: Db): Promise<{ seq: number; hash: string }> =>
  (await db
    .selectFrom('audit')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()) ?? {
    seq: 0,
    hash: genesis,
  };

/** Page by page, so that a slow reader holds nothing up; records never change, so the pages fit together. */
async function* rows(room: Room, from: number, limit: number): AsyncIterable<Row<'audit'>> {
  let next = from;
  for (let left = limit; left > 0; ) {
    const page = await room.read((db) =>
      db
        .selectFrom('audit')
        .selectAll()
        .where('seq', '>=', next)
        .orderBy('seq')
        .limit(Math.min(pageSize, left))
        .execute(),
    );
    yield* page;
    const last = page.at(-1);
    if (!last) return;
    next = last.seq + 1;
    left -= page.length;
  }
}

/** What is wrong with a row that should follow `previous`, or null. */
function faultOf(row: Row<'audit'>, previous: string): string | null {
  if (row.previous !== previous) return 'it does not follow from the record before it';
  let record: AuditRecord;
  try {
    record = recordOf(row);
  } catch {
    return 'its detail cannot be read';
  }
  // The text itself, too: a byte that JSON does not care about is still a change.
  if (row.detail !== canonical(record.detail) || hashOf(record) !== row.hash)
    return 'it was changed after it was written';
  return null;
}

/** The chain shows a record changed, moved or removed. Cutting off its end is seen only by a head noted elsewhere. */
async function verify(room: Room, noted?: { seq: number; hash: string }): Promise<ChainVerdict> {
  const broken = (seq: number, because: string): ChainVerdict => ({ ok: false, seq, because });
  let head = { seq: 0, hash: genesis };
  for await (const row of rows(room, Number.MIN_SAFE_INTEGER, Number.POSITIVE_INFINITY)) {
    const seq = head.seq + 1;
    if (row.seq < seq) return broken(row.seq, 'it stands before the first record');
    if (row.seq > seq) return broken(seq, 'it is missing');
    const fault = faultOf(row, head.hash);
    if (fault) return broken(seq, fault);
    if (noted?.seq === seq && noted.hash !== row.hash)
      return broken(seq, 'it is not the record that was noted');
    head = row;
  }
  if (noted && noted.seq > head.seq) return broken(head.seq + 1, 'it is missing');
  return { ok: true, records: head.seq, head: head.hash };
}

export const auditLogIn = (room: Room): AuditLog => ({
  append: (entry) =>
    room.write(async (db) => {
      const { seq, hash: previous } = await headOf(db);
      const detail = canonical(entry.detail);
      // Hashed as it will be read back: what JSON drops, or UTF-8 cannot hold, must not break the chain.
      const record = {
        seq: seq + 1,
        at: entry.at.toWellFormed(),
        actor: entry.actor.toWellFormed(),
        action: entry.action.toWellFormed(),
        subject: entry.subject.toWellFormed(),
        detail: JSON.parse(detail) as AuditRecord['detail'],
        previous,
      };
      const hash = hashOf(record);
      await db
        .insertInto('audit')
        .values({ ...record, detail, hash })
        .execute();
      return { ...record, hash };
    }),
  head: () => room.read(headOf),
  verify: (noted) => verify(room, noted),
  async *read(from = 1, limit = Number.POSITIVE_INFINITY) {
    for await (const row of rows(room, from, limit)) yield recordOf(row);
  },
  about: (subject) =>
    room.read(async (db) => {
      const found = await db
        .selectFrom('audit')
        .selectAll()
        .where('subject', '=', subject)
        .orderBy('seq')
        .execute();
      return found.map(recordOf);
    }),
});
