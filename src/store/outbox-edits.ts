import { randomUUID } from 'node:crypto';
import type { Instant } from '../domain/finding.ts';
import type { Message } from '../domain/message.ts';
import type { Line } from './outbox-row.ts';
import type { Db, Row } from './tables.ts';

export async function endOfLine(db: Db): Promise<number> {
  const row = await db
    .selectFrom('outbox')
    .select(({ fn }) => fn.max('position').as('last'))
    .executeTakeFirst();
  return (row?.last ?? 0) + 1;
}

const at = (line: Line) => (row: Line) =>
  row.platform === line.platform && row.team === line.team && row.channel === line.channel;

/** One per channel. */
const distinct = (lines: readonly Line[]): Line[] =>
  lines.filter((line, i) => lines.findIndex(at(line)) === i);

/**
 * The newest edit of a card in one channel replaces those not yet sent. It takes the place of the first and keeps its
 * time: a card that changes often would otherwise stay at the end of the line, or ignore a platform's "try later".
 */
async function queueEdit(
  db: Db,
  line: Line,
  card: string,
  message: string,
  now: Instant,
  older: Row<'outbox'>[],
) {
  if (older.length > 0)
    await db
      .updateTable('outbox')
      .set({ state: 'superseded', changed_at: now })
      .where(
        'id',
        'in',
        older.map((row) => row.id),
      )
      .execute();
  const id = randomUUID();
  await db
    .insertInto('outbox')
    .values({
      id,
      key: `edit:${id}`,
      position: older[0]?.position ?? (await endOfLine(db)),
      platform: line.platform,
      team: line.team,
      channel: line.channel,
      thread: null,
      message,
      card,
      kind: 'update',
      state: 'queued',
      attempts: 0,
      not_before: [now, ...older.map((row) => row.not_before)].reduce((a, b) => (a > b ? a : b)),
      created_at: now,
      changed_at: now,
      error: null,
      held_until: null,
    })
    .execute();
}

/**
 * A post still in the queue is rewritten where it stands. A message that was delivered, or is on its way, gets an edit
 * behind it. Returns how many messages will change.
 */
export async function editCard(db: Db, card: string, message: Message, now: Instant): Promise<number> {
  const text = JSON.stringify(message);
  const waiting = await db
    .selectFrom('outbox')
    .selectAll()
    .where('card', '=', card)
    .where('state', 'in', ['queued', 'sending'])
    .orderBy('position')
    .execute();
  const rewritten = waiting.filter((row) => row.kind === 'post' && row.state === 'queued');
  if (rewritten.length > 0)
    await db
      .updateTable('outbox')
      .set({ message: text, changed_at: now })
      .where(
        'id',
        'in',
        rewritten.map((row) => row.id),
      )
      .execute();

  const onTheirWay = waiting.filter((row) => row.kind === 'post' && row.state === 'sending');
  const delivered = await db.selectFrom('cards').selectAll().where('card', '=', card).execute();
  for (const line of distinct([...delivered, ...onTheirWay])) {
    const older = waiting.filter((row) => row.kind === 'update' && row.state === 'queued').filter(at(line));
    await queueEdit(db, line, card, text, now, older);
  }
  return rewritten.length + onTheirWay.length + delivered.length;
}

/**
 * An edit that comes back undelivered while a newer one waits is not tried again; the newer one waits as long. One that
 * is held for quiet hours is no reason to give way: the card would be out of date until then.
 */
export async function giveWay(db: Db, row: Row<'outbox'>, notBefore: Instant): Promise<boolean> {
  if (row.kind !== 'update' || row.card === null) return false;
  const newer = await db
    .selectFrom('outbox')
    .select(['id', 'not_before'])
    .where('platform', '=', row.platform)
    .where('team', '=', row.team)
    .where('channel', '=', row.channel)
    .where('card', '=', row.card)
    .where('kind', '=', 'update')
    .where('state', '=', 'queued')
    .where('held_until', 'is', null)
    .where('position', '>', row.position)
    .orderBy('position')
    .executeTakeFirst();
  if (!newer) return false;
  if (newer.not_before < notBefore)
    await db.updateTable('outbox').set({ not_before: notBefore }).where('id', '=', newer.id).execute();
  return true;
}
