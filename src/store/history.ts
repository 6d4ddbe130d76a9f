import type { Change, Finding, FindingEvent } from '../domain/finding.ts';
import type { HistoryEntry } from '../domain/store.ts';
import type { Db, Row } from './tables.ts';

export const entryOf = (
  row: Pick<Row<'history'>, 'at' | 'actor' | 'change' | 'because' | 'scan'>,
): HistoryEntry => ({
  at: row.at,
  actor: row.actor,
  change: row.change,
  because: row.because,
  scan: row.scan,
});

/** What the event itself says; the word of the change says the rest. */
function reasonOf(event: FindingEvent): string {
  switch (event.kind) {
    case 'failed':
    case 'notApplicable':
      return event.because;
    case 'acknowledged':
    case 'accepted':
      return event.reason;
    case 'assigned':
      return event.owner ?? '';
    case 'passed':
    case 'gone':
    case 'lapsed':
      return '';
  }
}

const openness = (f: Finding | null) => (f?.status === 'open' ? f.severity : null);

export async function addHistory(
  db: Db,
  step: {
    before: Finding | null;
    after: Finding;
    change: Exclude<Change, null>;
    event: FindingEvent;
    actor: string;
    scan: string | undefined;
  },
): Promise<void> {
  const { before, after, change, event, actor, scan } = step;
  await db
    .insertInto('history')
    .values({
      fingerprint: after.fingerprint,
      at: event.at,
      actor,
      change,
      because: reasonOf(event),
      scan: scan ?? null,
      open_before: openness(before),
      open_after: openness(after),
    })
    .execute();
}
