import { type Severity, severities } from '../../domain/check.ts';
import type { Instant } from '../../domain/finding.ts';
import type { Block, Button, Message, Text } from '../../domain/message.ts';
import { type AccountResult, coverageOf, type NoLongerScanned, type Scan } from '../../domain/scan.ts';
import {
  bySeverityText,
  closedLines,
  coverageLine,
  gapLines,
  noLongerScannedText,
  openLine,
} from './coverage.ts';
import type { Reader } from './reader.ts';
import { scanLine } from './scan.ts';
import { ageOf, number, sentences, severityWord, shown, timeText } from './words.ts';

const mostGaps = 8;
const mostClosed = 10;

export type Counts = Readonly<Record<Severity, number>> & {
  readonly accepted: number;
  readonly acknowledged: number;
};

export interface AccountStatus {
  readonly result: AccountResult & { readonly finishedAt: Instant };
  readonly open: Counts;
}

export interface StatusView {
  /** The accounts of this page, and of all. */
  readonly accounts: readonly AccountStatus[];
  readonly all: readonly AccountResult[];
  readonly noLongerScanned: readonly NoLongerScanned[];
  readonly open: Counts;
  readonly page: number;
  readonly pages: number;
  readonly running: Scan | null;
  readonly last: Scan | null;
  readonly nextAt: Instant | null;
  again(page: number): string;
  readonly share?: string;
}

function row({ result, open }: AccountStatus, now: Date): readonly Text[] {
  const { pass, fail, notApplicable, unknown } = result.tally;
  const answered = pass + fail + notApplicable;
  const known =
    result.refused !== undefined
      ? 'Could not be opened'
      : unknown === 0
        ? 'Nothing'
        : `${number(unknown)} of ${number(answered + unknown)}`;
  return [
    shown(result.name, 40),
    now.getTime() - Date.parse(result.finishedAt) < 60_000
      ? 'Just now'
      : `${ageOf(result.finishedAt, now)} ago`,
    ...severities.map((s) => number(open[s])),
    known,
  ];
}

/** Per account: when it was last looked at, what is open, and, apart from that, what is not known. */
export function statusMessage(v: StatusView, reader: Reader): Message {
  const refused = v.all.filter((a) => a.refused !== undefined).length;
  const c = coverageOf(v.all);
  const open = openLine(v.open, c, refused);
  const coverage = coverageLine(c, refused);
  const whole = c.asked > 0 && c.assessed >= c.asked && refused === 0;
  const running = v.running === null ? null : `${scanLine(v.running).replace(', on ', ', since ')}.`;
  const last = v.last === null ? 'No scan has run yet.' : `${scanLine(v.last)}.`;
  const next =
    v.nextAt === null ? 'No scan is scheduled.' : `The next scan is scheduled for ${timeText(v.nextAt)}.`;
  const opened = v.accounts.filter(({ result }) => result.refused === undefined);
  const gaps = gapLines(
    opened.flatMap(({ result }) => result.notAssessed),
    reader.accountName,
    mostGaps,
  );
  const closed = closedLines(
    v.all.flatMap(({ name, refused: because, lastOpened }) =>
      because === undefined ? [] : [{ name, because, ...(lastOpened ? { lastOpened } : {}) }],
    ),
    mostClosed,
  );
  const unscanned = noLongerScannedText(v.noLongerScanned, mostClosed);
  const page = v.pages > 1 ? `This is page ${v.page} of ${v.pages}.` : null;

  const blocks: Block[] = [
    { kind: 'text', text: [{ bold: open }] },
    { kind: 'text', tone: whole ? 'good' : 'unknown', text: coverage },
  ];
  if (v.accounts.length > 0)
    blocks.push({
      kind: 'table',
      summary: sentences(open, coverage, page),
      columns: ['Account', 'Last scan', ...severities.map((s) => severityWord[s]), 'Not assessed'],
      rows: v.accounts.map((a) => row(a, reader.now)),
    });
  if (closed.length > 0)
    blocks.push({ kind: 'text', tone: 'unknown', text: [{ bold: 'Not opened: ' }, `${closed.join('; ')}.`] });
  if (unscanned !== null) blocks.push({ kind: 'text', tone: 'unknown', text: unscanned });
  if (gaps.length > 0)
    blocks.push({ kind: 'text', tone: 'unknown', text: [{ bold: 'Not assessed: ' }, `${gaps.join('; ')}.`] });
  blocks.push({ kind: 'text', text: sentences(running, last, next) });
  const buttons: Button[] = [{ label: 'Open findings', says: 'findings' }];
  if (v.page > 1) buttons.push({ label: 'Previous page', says: v.again(v.page - 1) });
  if (v.page < v.pages) buttons.push({ label: 'Next page', says: v.again(v.page + 1) });
  if (v.share !== undefined) buttons.push({ label: 'Share', says: v.share });
  blocks.push({ kind: 'buttons', buttons });

  return {
    text: sentences(
      open,
      coverage,
      ...v.accounts.map(({ result, open: o }) => {
        const counts = bySeverityText(o) || 'nothing open';
        const state =
          result.refused === undefined
            ? `${counts}, ${number(result.tally.unknown)} not assessed`
            : 'could not be opened';
        return `${shown(result.name, 40)}, scanned ${ageOf(result.finishedAt, reader.now)} ago: ${state}`;
      }),
      closed.length > 0 && `Not opened: ${closed.join('; ')}`,
      unscanned,
      gaps.length > 0 && `Not assessed: ${gaps.join('; ')}`,
      page,
      running,
      last,
      next,
    ),
    blocks,
    visibility: 'sender',
    data: {
      accounts: v.all,
      noLongerScanned: v.noLongerScanned,
      open: v.open,
      coverage: c,
      running: v.running,
      nextAt: v.nextAt,
    },
  };
}
