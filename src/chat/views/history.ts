import type { Finding } from '../../domain/finding.ts';
import type { Button, Message, Text } from '../../domain/message.ts';
import type { HistoryEntry } from '../../domain/store.ts';
import { resourceOf } from './finding-words.ts';
import type { Reader } from './reader.ts';
import { date, dayText, plural, said, sentences, shown } from './words.ts';

const changes: Readonly<Record<Exclude<HistoryEntry['change'], 'assigned'>, string>> = {
  new: 'found',
  resolved: 'seen to be fixed',
  gone: 'resource gone',
  notApplicable: 'no longer applies',
  regressed: 'came back',
  severityRaised: 'severity raised',
  severityLowered: 'severity lowered',
  acknowledged: 'acknowledged',
  accepted: 'risk accepted',
  lapsed: 'put-off time ran out',
};

/** A decision is somebody's; what was found out is nobody's deed, and time runs out by itself. */
function whose(change: HistoryEntry['change'], by: string): string {
  if (by === '' || change === 'lapsed') return '';
  return change === 'acknowledged' || change === 'accepted' ? by : `, looked at${by}`;
}

/** What happened, by whom and why, as the end of a line that begins with its day. */
export function deedText(entry: HistoryEntry, reader: Pick<Reader, 'nameOf'>): string {
  const by = entry.actor === 'system:scan' ? '' : ` by ${shown(reader.nameOf(entry.actor), 40)}`;
  if (entry.change === 'assigned')
    return entry.because === ''
      ? `left without an owner${by}`
      : `assigned to ${shown(reader.nameOf(entry.because), 40)}${by}`;
  const because = entry.because === '' ? '' : `: ${said(entry.because, 120)}`;
  return `${changes[entry.change]}${whose(entry.change, by)}${because}`;
}

export const historyPageSize = 10;

/** Everything that happened to a finding, oldest first, ten lines at a time; the newest page unless another is asked. */
export function findingHistory(
  f: Finding,
  history: readonly HistoryEntry[],
  reader: Reader,
  turn: { readonly page: number | undefined; again(page: number): string },
): Message {
  const pages = Math.max(1, Math.ceil(history.length / historyPageSize));
  const page = Math.min(turn.page ?? pages, pages);
  const lines = history.slice((page - 1) * historyPageSize, page * historyPageSize);
  const title = `What happened to ${f.handle} (${resourceOf(f)}): ${plural(history.length, 'line')}, oldest first.`;
  const where = pages > 1 ? `This is page ${page} of ${pages}.` : null;
  const buttons: Button[] = [];
  if (page > 1) buttons.push({ label: 'Earlier', says: turn.again(page - 1) });
  if (page < pages) buttons.push({ label: 'Later', says: turn.again(page + 1) });
  buttons.push({ label: `Show ${f.handle}`, says: `show ${f.handle}` });
  const rows = lines.flatMap((h, i): Text => [i === 0 ? '' : '\n', date(h.at), `: ${deedText(h, reader)}`]);
  return {
    text: sentences(title, where, ...lines.map((h) => `${dayText(h.at)}, ${deedText(h, reader)}`)),
    blocks: [
      { kind: 'text', text: [{ bold: title }, where === null ? '' : ` ${where}`] },
      ...(lines.length === 0 ? [] : [{ kind: 'text' as const, text: rows }]),
      { kind: 'buttons', buttons },
    ],
    visibility: 'sender',
    data: { handle: f.handle, page, pages, history: lines },
  };
}
