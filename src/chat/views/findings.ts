import type { Finding } from '../../domain/finding.ts';
import type { Block, Button, Message, Text } from '../../domain/message.ts';
import { ageOfFinding, line, ownerOf, resourceOf, triageWord, wrongOf } from './finding-words.ts';
import type { Reader } from './reader.ts';
import { number, plural, sentences, severityWord, shown } from './words.ts';

export const pageSize = 10;

export interface FindingsPage {
  readonly total: number;
  readonly findings: readonly Finding[];
  readonly page: number;
  readonly state: 'open' | 'resolved' | 'any';
  /** What was asked besides, in words: "severity high or worse", "account production". */
  readonly asked: readonly string[];
  /** What could not be assessed, as a sentence; null at full coverage. */
  readonly gap: string | null;
  /** The line for another page or filter, shown in the same message. */
  again(change: Readonly<Record<string, unknown>>): string;
  /** Filters offered as buttons, besides the ones already set. */
  readonly filters: readonly { readonly label: string; readonly change: Readonly<Record<string, unknown>> }[];
  /** Set while the list is not shared yet. */
  readonly share?: string;
}

/** At most ten findings, worst first, and the way to the others. */
export function findingsList(p: FindingsPage, reader: Reader): Message {
  const pages = Math.max(1, Math.ceil(p.total / pageSize));
  const asked = p.asked.length === 0 ? '' : ` with ${p.asked.join(', ')}`;
  const what = p.state === 'any' ? 'finding' : `${p.state} finding`;
  const first = (p.page - 1) * pageSize + 1;
  const shownRows = p.findings.slice(0, pageSize);
  const title =
    p.total === 0 ? `No ${what} was found${asked}.` : `${plural(p.total, what)}${asked}, worst first.`;
  const range =
    shownRows.length === 0
      ? p.total === 0
        ? null
        : `The last page is ${pages}.`
      : `These are ${number(first)} to ${number(first + shownRows.length - 1)}, page ${p.page} of ${pages}.`;

  const blocks: Block[] = [{ kind: 'text', text: [{ bold: title }, range ? ` ${range}` : ''] }];
  if (shownRows.length > 0)
    blocks.push({
      kind: 'table',
      summary: sentences(title, range),
      columns: ['Finding', 'Severity', 'What is wrong', 'Resource', 'Account', 'Age', 'Owner', 'State'],
      rows: shownRows.map((f): readonly Text[] => [
        [{ code: f.handle }],
        severityWord[f.severity],
        wrongOf(f),
        resourceOf(f, 40),
        shown(reader.accountName(f.account), 24),
        ageOfFinding(f, reader),
        ownerOf(f, reader),
        triageWord(f),
      ]),
    });
  if (p.gap !== null) blocks.push({ kind: 'text', tone: 'unknown', text: p.gap });
  const turn: Button[] = [];
  if (p.page > 1) turn.push({ label: 'Previous page', says: p.again({ page: Math.min(p.page - 1, pages) }) });
  if (p.page < pages) turn.push({ label: 'Next page', says: p.again({ page: p.page + 1 }) });
  turn.push(
    ...p.filters.map(({ label, change }) => ({ label, says: p.again({ ...change, page: undefined }) })),
  );
  if (p.share !== undefined && p.total > 0) turn.push({ label: 'Share', says: p.share });
  if (shownRows.length > 0)
    blocks.push({
      kind: 'buttons',
      buttons: shownRows.map((f) => ({ label: `Show ${f.handle}`, says: `show ${f.handle}` })),
    });
  if (turn.length > 0) blocks.push({ kind: 'buttons', buttons: turn });

  return {
    text: sentences(title, range, ...shownRows.map((f) => line(f, reader)), p.gap),
    blocks,
    visibility: 'sender',
    data: { total: p.total, page: p.page, pages, findings: p.findings },
  };
}
