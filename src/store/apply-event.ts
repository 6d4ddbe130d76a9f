import {
  type Change,
  type Finding,
  type FindingEvent,
  fingerprintOf,
  opened,
  type Sighting,
  transition,
} from '../domain/finding.ts';
import { changingPartOf, findingOf, rowOf } from './finding-row.ts';
import { freeHandle } from './handle.ts';
import { addHistory } from './history.ts';
import type { Db } from './tables.ts';

export interface Applied {
  readonly finding: Finding | null;
  readonly change: Change;
}

export const nothing: Applied = { finding: null, change: null };

async function open(
  db: Db,
  sighting: Sighting,
  event: Extract<FindingEvent, { kind: 'failed' }>,
  actor: string,
  scan: string | undefined,
): Promise<Applied> {
  const { provider, account, region, kind, checkId, resource } = sighting;
  const handle = await freeHandle(db, fingerprintOf(sighting));
  const finding = opened({ provider, account, region, kind, checkId, resource }, handle, event);
  await db
    .insertInto('findings')
    .values({ ...rowOf(finding), seen_scan: scan ?? null })
    .execute();
  await addHistory(db, { before: null, after: finding, change: 'new', event, actor, scan });
  return { finding, change: 'new' };
}

/** Asks the domain what the event means, and writes finding and history together. `db` is a transaction. */
export async function applyEvent(
  db: Db,
  sighting: Sighting,
  event: FindingEvent,
  actor: string,
  scan: string | undefined,
): Promise<Applied> {
  const fingerprint = fingerprintOf(sighting);
  const row = await db
    .selectFrom('findings')
    .selectAll()
    .where('fingerprint', '=', fingerprint)
    .executeTakeFirst();
  if (!row) return event.kind === 'failed' ? open(db, sighting, event, actor, scan) : nothing;
  const before = findingOf(row);
  const { next, change } = transition(before, event);
  await db
    .updateTable('findings')
    .set({ ...changingPartOf(next), seen_scan: scan ?? row.seen_scan })
    .where('fingerprint', '=', fingerprint)
    .execute();
  if (change) await addHistory(db, { before, after: next, change, event, actor, scan });
  return { finding: next, change };
}
