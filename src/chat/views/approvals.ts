import type { FreezeState } from '../../domain/freeze.ts';
import type { Block, Button, Message, Text } from '../../domain/message.ts';
import type { Remediation } from '../../domain/remediation.ts';
import { killSwitchText } from './freeze.ts';
import type { Reader } from './reader.ts';
import { stateWord, votesText, whatOf } from './remediation-words.ts';
import { number, plural, said, sentences, shown, timeText } from './words.ts';

export interface ApprovalsView {
  /** Open ones that the reader may approve, and those that the reader asked for. */
  readonly mine: readonly Remediation[];
  readonly asked: readonly Remediation[];
  readonly freeze: FreezeState;
  readonly page: number;
  again(page: number): string;
}

export const pageSize = 10;

/** Done without a second person, and nobody has reviewed it. */
const reviewBy = (r: Remediation): string | null =>
  r.breakGlass !== null && r.breakGlass.reviewedBy === null ? r.breakGlass.reviewBy : null;

const clockOf = (r: Remediation): string =>
  r.state === 'proposed'
    ? timeText(r.approveBy)
    : r.state === 'approved' && r.executeBy !== null
      ? timeText(r.executeBy)
      : r.undoUntil === null
        ? 'No clock runs'
        : `${timeText(r.undoUntil)} (undo)`;

const timeOf = (r: Remediation): string => {
  const review = reviewBy(r);
  return review === null ? clockOf(r) : `${timeText(review)} (review)`;
};

const stateOf = (r: Remediation): string =>
  r.state === 'proposed' ? `${stateWord.proposed}, ${votesText(r)}` : stateWord[r.state];

/** What waits for the reader, first, and what the reader asked for; with the kill switch as it stands. */
export function approvalsMessage(v: ApprovalsView, reader: Reader): Message {
  const all = [
    ...v.mine.map((r) => ({ r, for: reviewBy(r) === null ? 'Waits for you' : 'Waits for your review' })),
    ...v.asked.map((r) => ({ r, for: 'You asked for it' })),
  ];
  const pages = Math.max(1, Math.ceil(all.length / pageSize));
  const page = Math.min(v.page, pages);
  const rows = all.slice((page - 1) * pageSize, page * pageSize);
  const title = sentences(
    v.mine.length === 0
      ? 'No request waits for you'
      : `${plural(v.mine.length, 'request')} ${v.mine.length === 1 ? 'waits' : 'wait'} for you`,
    v.asked.length === 0
      ? 'None of your own is open'
      : `${number(v.asked.length)} of your own ${v.asked.length === 1 ? 'is' : 'are'} open`,
  );
  const where = pages > 1 ? `This is page ${page} of ${pages}.` : null;
  const kill = killSwitchText(v.freeze);
  const blocks: Block[] = [{ kind: 'text', text: [{ bold: title }, where === null ? '' : ` ${where}`] }];
  if (rows.length > 0)
    blocks.push({
      kind: 'table',
      summary: sentences(title, where),
      columns: ['Request', 'For you', 'What', 'Where', 'Asked by', 'State', 'Until'],
      rows: rows.map(({ r, for: why }): readonly Text[] => [
        [{ code: r.id }],
        why,
        said(r.plan.title, 80),
        `${whatOf(r, 40)} in ${shown(reader.accountName(r.plan.account), 24)}`,
        shown(r.requestedBy.name, 40),
        stateOf(r),
        timeOf(r),
      ]),
    });
  const turn: Button[] = [
    ...(page > 1 ? [{ label: 'Previous page', says: v.again(page - 1) }] : []),
    ...(page < pages ? [{ label: 'Next page', says: v.again(page + 1) }] : []),
  ];
  const buttons = [
    ...[...new Set(rows.map(({ r }) => r.id))].map((id) => ({ label: `Show ${id}`, says: `show ${id}` })),
    ...turn,
  ];
  if (buttons.length > 0) blocks.push({ kind: 'buttons', buttons });
  blocks.push({ kind: 'text', tone: v.freeze.on ? 'high' : 'info', text: kill });
  return {
    text: sentences(
      title,
      where,
      ...rows.map(
        ({ r, for: why }) =>
          `${r.id}, ${why.charAt(0).toLowerCase()}${why.slice(1)}: ${said(r.plan.title, 80)}, ${whatOf(r, 40)}, asked by ${shown(r.requestedBy.name, 40)}, ${stateOf(r).toLowerCase()}, until ${clockOf(r)}`,
      ),
      kill,
    ),
    blocks,
    visibility: 'sender',
    data: { mine: v.mine, asked: v.asked, freeze: v.freeze },
  };
}
