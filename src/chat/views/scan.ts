import type { Finding } from '../../domain/finding.ts';
import type { Block, Message, Text } from '../../domain/message.ts';
import {
  type AccountResult,
  coverageOf,
  type Scan,
  type ScanFilter,
  type ScanState,
} from '../../domain/scan.ts';
import type { ScanProgress } from '../../engine/services.ts';
import { closedLines, coverageLine, gapLines } from './coverage.ts';
import { line } from './finding-words.ts';
import type { Reader } from './reader.ts';
import { ageOf, listed, number, plural, said, sentences, shown, timeText } from './words.ts';

const mostRows = 20;
const mostReasons = 5;

const states: Readonly<Record<ScanProgress['accounts'][number]['state'], string>> = {
  waiting: 'Waiting',
  opening: 'Opening',
  scanning: 'Scanning',
  done: 'Done',
  refused: 'Could not be opened',
};

/** Time left, told from what is done so far; nothing while there is too little to tell from. */
function left(p: ScanProgress, now: Date): string | null {
  const total = p.accounts.length;
  const done = p.accounts.reduce(
    (sum, a) =>
      sum + (a.state === 'done' || a.state === 'refused' ? 1 : a.kinds > 0 ? a.kindsDone / a.kinds : 0),
    0,
  );
  const share = total === 0 ? 0 : done / total;
  const spent = now.getTime() - Date.parse(p.startedAt);
  if (share < 0.1 || share >= 1 || spent < 5_000) return null;
  const minutes = Math.ceil((spent / share - spent) / 60_000);
  return `About ${plural(minutes, 'minute')} left.`;
}

/** One message that is edited while a scan runs. */
export function scanProgress(p: ScanProgress, reader: Pick<Reader, 'now'>): Message {
  const over = p.accounts.filter((a) => a.state === 'done' || a.state === 'refused').length;
  const failing = p.accounts.reduce((sum, a) => sum + a.failing, 0);
  const unknown = p.accounts.reduce((sum, a) => sum + a.notAssessed, 0);
  const title = `Scan ${p.id} is running: ${number(over)} of ${plural(p.accounts.length, 'account')} done.`;
  const counts = `${plural(p.resources, 'resource')} looked at, ${number(failing)} failing, ${number(unknown)} not assessed, ${plural(p.calls, 'API call')}.`;
  const eta = left(p, reader.now);
  // What moves is what people want to see: waiting and done accounts come after.
  const order = ['scanning', 'opening', 'refused', 'waiting', 'done'];
  const rows = [...p.accounts]
    .sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
    .slice(0, mostRows);
  const more = p.accounts.length - rows.length;
  const refused = p.accounts.filter((a) => a.state === 'refused');
  const refusedLines = refused
    .slice(0, 3)
    .map(
      (a) => `${shown(a.name, 40)} could not be opened: ${said(a.because ?? 'no reason was given', 120)}.`,
    );
  return {
    text: sentences(
      title,
      counts,
      eta,
      ...rows.slice(0, 10).map((a) => `${shown(a.name, 40)}: ${states[a.state].toLowerCase()}`),
      ...refusedLines,
    ),
    blocks: [
      { kind: 'progress', done: over, total: p.accounts.length, label: title },
      { kind: 'text', text: eta === null ? counts : `${counts} ${eta}` },
      {
        kind: 'table',
        summary: more > 0 ? `${title} ${number(more)} accounts are not shown.` : title,
        columns: ['Account', 'State', 'Kinds', 'Resources', 'Failing', 'Not assessed'],
        rows: rows.map((a): readonly Text[] => [
          shown(a.name, 40),
          states[a.state],
          a.kinds === 0 ? 'not counted yet' : `${a.kindsDone} of ${a.kinds}`,
          number(a.resources),
          number(a.failing),
          number(a.notAssessed),
        ]),
      },
      ...(refusedLines.length === 0
        ? []
        : [{ kind: 'text' as const, tone: 'unknown' as const, text: refusedLines.join(' ') }]),
      ...(more > 0
        ? [{ kind: 'note' as const, text: `${number(more)} more accounts are part of this scan.` }]
        : []),
      {
        kind: 'buttons',
        buttons: [
          {
            label: 'Cancel scan',
            says: 'scan cancel',
            style: 'danger',
            confirm: 'Stop this scan? What it has found so far is kept.',
          },
        ],
      },
    ],
    data: p,
  };
}

const endings: Readonly<Record<ScanState, string>> = {
  running: 'is running',
  finished: 'has finished',
  cancelled: 'was cancelled',
  interrupted: 'was interrupted, because the bot stopped',
  failed: 'failed',
};

/** "the account production, the service s3" */
export function filterText(f: ScanFilter): string {
  const parts = [
    ...(f.accounts.length > 0 ? [`account ${listed(f.accounts)}`] : []),
    ...(f.regions.length > 0 ? [`region ${listed(f.regions)}`] : []),
    ...(f.services.length > 0 ? [`service ${listed(f.services)}`] : []),
    ...(f.checks.length > 0 ? [`check ${listed(f.checks)}`] : []),
  ];
  return parts.length === 0 ? 'everything' : shown(parts.join(', '), 300);
}

function accountRow(a: AccountResult): readonly Text[] {
  if (a.refused !== undefined) return [shown(a.name, 40), 'Could not be opened', '', '', ''];
  const { unknown, fail, pass } = a.tally;
  const state = unknown === 0 ? 'Assessed' : 'Assessed in part';
  return [shown(a.name, 40), state, number(fail), number(pass), number(unknown)];
}

/** What a scan saw and what it changed. */
export function scanResult(scan: Scan, worst: readonly Finding[], reader: Reader): Message {
  const refused = scan.accounts.filter((a) => a.refused !== undefined);
  const c = coverageOf(scan.accounts);
  const { opened, regressed, resolved, gone, notApplicable } = scan.changes;
  const took = scan.finishedAt === null ? '' : ` after ${ageOf(scan.startedAt, new Date(scan.finishedAt))}`;
  const title = `Scan ${scan.id} of ${filterText(scan.filter)} ${endings[scan.state]}${took}.`;
  const error = scan.error === null ? null : shown(scan.error, 200);
  const changed =
    opened + regressed + resolved + gone + notApplicable === 0
      ? 'It changed no findings.'
      : `Findings: ${number(opened)} new, ${number(regressed)} came back, ${number(resolved)} fixed, ${number(gone)} gone with their resource${notApplicable > 0 ? `, ${number(notApplicable)} that no longer apply` : ''}.`;
  const coverage = coverageLine(c, refused.length);
  const whole = scan.state === 'finished' && c.asked > 0 && c.assessed >= c.asked && refused.length === 0;
  const gaps = gapLines(
    scan.accounts.flatMap((a) => (a.refused === undefined ? a.notAssessed : [])),
    reader.accountName,
    mostReasons,
  );
  const closed = closedLines(
    refused.map(({ name, refused: because = '' }) => ({ name, because })),
    mostReasons,
  );
  const rows = scan.accounts.slice(0, mostRows).map(accountRow);
  const more = scan.accounts.length - rows.length;
  const top = worst.slice(0, 5);

  const blocks: Block[] = [
    { kind: 'text', text: [{ bold: title }, error === null ? '' : ` ${error}`] },
    { kind: 'text', text: changed },
    { kind: 'text', tone: whole ? 'good' : 'unknown', text: coverage },
  ];
  if (rows.length > 0)
    blocks.push({
      kind: 'table',
      summary: more > 0 ? `${title} ${number(more)} accounts are not shown.` : title,
      columns: ['Account', 'State', 'Failing', 'Passing', 'Not assessed'],
      rows,
    });
  if (closed.length > 0)
    blocks.push({ kind: 'text', tone: 'unknown', text: [{ bold: 'Not opened: ' }, `${closed.join('; ')}.`] });
  if (gaps.length > 0)
    blocks.push({ kind: 'text', tone: 'unknown', text: [{ bold: 'Not assessed: ' }, `${gaps.join('; ')}.`] });
  if (top.length > 0) {
    const lines = top.flatMap(
      (f): Text => ['\n', { code: f.handle }, line(f, reader).slice(f.handle.length)],
    );
    blocks.push({ kind: 'text', text: [{ bold: 'The worst that are open:' }, ...lines.flat()] });
  }
  blocks.push({
    kind: 'buttons',
    buttons: [
      { label: 'Open findings', says: 'findings' },
      { label: 'Status', says: 'status' },
    ],
  });
  return {
    text: sentences(
      title,
      error,
      changed,
      coverage,
      closed.length > 0 && `Not opened: ${closed.join('; ')}`,
      gaps.length > 0 && `Not assessed: ${gaps.join('; ')}`,
      top.length > 0 && `The worst that are open: ${top.map((f) => line(f, reader)).join('; ')}`,
    ),
    blocks,
    data: scan,
    exit: scan.state === 'failed' ? 1 : 0,
  };
}

/** "Scan S-1 of everything has finished, on 20 November 2026 at 12:00 UTC" */
export const scanLine = (scan: Scan): string =>
  `Scan ${scan.id} of ${filterText(scan.filter)} ${endings[scan.state]}, on ${timeText(scan.finishedAt ?? scan.startedAt)}`;
