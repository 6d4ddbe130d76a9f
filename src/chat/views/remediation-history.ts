import type { Button, Message, Text } from '../../domain/message.ts';
import type { RemediationView } from '../../engine/services.ts';
import { changeSummary } from './plan-diff.ts';
import type { Reader } from './reader.ts';
import { deedOf } from './remediation-deeds.ts';
import { stateTitle, stepWord, whatOf } from './remediation-words.ts';
import { number, plural, sentences, shown, time, timeText } from './words.ts';

export const pageSize = 10;

export interface Turn {
  readonly page: number | undefined;
  again(page: number): string;
}

const turning = (page: number, pages: number, turn: Turn, words: readonly [string, string]): Button[] => [
  ...(page > 1 ? [{ label: words[0], says: turn.again(page - 1) }] : []),
  ...(page < pages ? [{ label: words[1], says: turn.again(page + 1) }] : []),
];

/** Every record that the ledger has of a request, oldest first; the newest page unless another is asked. */
export function remediationHistory(v: RemediationView, reader: Reader, turn: Turn): Message {
  const { remediation: r, records } = v;
  const pages = Math.max(1, Math.ceil(records.length / pageSize));
  const page = Math.min(turn.page ?? pages, pages);
  const lines = records.slice((page - 1) * pageSize, page * pageSize);
  const title = `What the ledger says of ${r.id} (${whatOf(r)}): ${plural(records.length, 'record')}, oldest first.`;
  const state = `It is now: ${stateTitle(r).toLowerCase()}.`;
  const where = pages > 1 ? `This is page ${page} of ${pages}.` : null;
  const rows = lines.flatMap(
    (record, i): Text => [
      i === 0 ? '' : '\n',
      `${number(record.seq)}. `,
      time(record.at),
      `: ${deedOf(record, r, reader)}`,
    ],
  );
  return {
    text: sentences(
      title,
      state,
      where,
      ...lines.map((x) => `Record ${number(x.seq)}, ${timeText(x.at)}: ${deedOf(x, r, reader)}`),
    ),
    blocks: [
      { kind: 'text', text: [{ bold: title }, ` ${state}${where === null ? '' : ` ${where}`}`] },
      ...(lines.length === 0 ? [] : [{ kind: 'text' as const, text: rows }]),
      {
        kind: 'buttons',
        buttons: [
          ...turning(page, pages, turn, ['Earlier', 'Later']),
          { label: `Show ${r.id}`, says: `show ${r.id}` },
        ],
      },
    ],
    visibility: 'sender',
    data: { id: r.id, page, pages, records: lines },
  };
}

/** The resources of a request, ten at a time, each with what changes and how far it has come. */
export function remediationTargets(v: RemediationView, turn: Turn): Message {
  const { remediation: r } = v;
  const { targets } = r.plan;
  const pages = Math.max(1, Math.ceil(targets.length / pageSize));
  const page = Math.min(turn.page ?? 1, pages);
  const from = (page - 1) * pageSize;
  const rows = targets.slice(from, from + pageSize);
  const title = `${r.id} is about ${plural(targets.length, 'resource')}.`;
  const where = `These are ${number(from + 1)} to ${number(from + rows.length)}, page ${page} of ${pages}.`;
  return {
    text: sentences(
      title,
      where,
      ...rows.map(
        (t, i) =>
          `${t.handle}, ${shown(t.name, 40)}: ${changeSummary(t, 100)}, ${stepWord[r.targets[from + i]?.step ?? 'pending'].toLowerCase()}`,
      ),
    ),
    blocks: [
      { kind: 'text', text: [{ bold: title }, ` ${where}`] },
      {
        kind: 'table',
        summary: sentences(title, where),
        columns: ['Finding', 'Resource', 'Region', 'What changes', 'How far'],
        rows: rows.map((t, i): readonly Text[] => [
          [{ code: t.handle }],
          shown(t.name, 40),
          t.region,
          changeSummary(t, 160),
          stepWord[r.targets[from + i]?.step ?? 'pending'],
        ]),
      },
      {
        kind: 'buttons',
        buttons: [
          ...turning(page, pages, turn, ['Previous page', 'Next page']),
          { label: 'Whole plan', says: `show ${r.id} --diff` },
          { label: `Show ${r.id}`, says: `show ${r.id}` },
        ],
      },
    ],
    visibility: 'sender',
    data: { id: r.id, page, pages, targets: rows },
  };
}
