import { severities } from '../../domain/check.ts';
import type { Finding } from '../../domain/finding.ts';
import type { Block, Button, Message, Text } from '../../domain/message.ts';
import type { Digest } from '../../engine/services.ts';
import { closedLines, coverageLine, gapLines, noLongerScannedText, openCount, openLine } from './coverage.ts';
import { ageOfFinding, line, ownerOf, resourceOf, wrongOf } from './finding-words.ts';
import type { Reader } from './reader.ts';
import { dayText, number, plural, sentences, severityWord, shown, timeText } from './words.ts';

const most = 5;

interface Section {
  readonly word: string;
  readonly findings: readonly Finding[];
  /** Where the rest is to be found. */
  readonly more: string;
}

/** What a digest tells of, in the order in which it matters. */
const sectionsOf = (d: Digest): readonly Section[] =>
  [
    { word: 'New', findings: d.opened, more: 'findings' },
    { word: 'Came back', findings: d.regressed, more: 'findings' },
    { word: 'Fixed', findings: d.resolved, more: 'findings state:resolved' },
    {
      word: 'Gone or no longer applying, not fixed',
      findings: d.gone,
      more: 'findings state:resolved',
    },
    { word: 'Put-off time ran out', findings: d.lapsed, more: 'findings triage:untriaged' },
    { word: 'Past due', findings: d.pastDue, more: 'findings triage:untriaged' },
    { word: 'Decision runs out soon', findings: d.expiring, more: 'findings triage:acknowledged' },
  ].filter((s) => s.findings.length > 0);

function short(f: Finding, reader: Reader): string {
  const account = shown(reader.accountName(f.account), 30);
  return `${f.handle} (${severityWord[f.severity].toLowerCase()}, ${resourceOf(f, 40)} in ${account})`;
}

function section(s: Section, reader: Reader): { block: Block; says: string } {
  const names = s.findings.slice(0, most).map((f) => short(f, reader));
  const left = s.findings.length - names.length;
  const rest: Text = left > 0 ? [`; and ${number(left)} more: `, { code: s.more }] : [];
  return {
    block: {
      kind: 'text',
      text: [{ bold: `${s.word} (${number(s.findings.length)}): ` }, names.join('; '), ...rest],
    },
    says: `${s.word}, ${number(s.findings.length)}: ${names.join('; ')}${left > 0 ? `; and ${number(left)} more` : ''}`,
  };
}

function trendOf(d: Digest): { block: Block; says: string } | null {
  const first = d.trend[0];
  const last = d.trend.at(-1);
  if (!first || !last || d.trend.length < 2) return null;
  const was = openCount(first.counts);
  const is = openCount(last.counts);
  const way =
    is === was ? 'the same number' : is > was ? `${number(is - was)} more` : `${number(was - is)} fewer`;
  const says = `Over ${d.trend.length} days, open findings went from ${number(was)} to ${number(is)}: ${way}.`;
  return {
    says,
    block: {
      kind: 'trend',
      title: `Open findings, last ${d.trend.length} days`,
      summary: says,
      labels: d.trend.map((t) => t.day),
      series: severities.map((s) => ({ name: severityWord[s], values: d.trend.map((t) => t.counts[s]) })),
    },
  };
}

/** What a team reads in the morning: what is open, what changed, what is not known. */
export function digestMessage(d: Digest, reader: Reader): Message {
  const refused = d.accountsRefused.length;
  const open = openLine(d.open, d.coverage, refused);
  const coverage = coverageLine(d.coverage, refused);
  const whole = d.coverage.asked > 0 && d.coverage.assessed >= d.coverage.asked && refused === 0;
  const whose = d.owner === undefined ? '' : `, accounts of ${shown(d.owner, 40)}`;
  const title = `HIPAA digest of ${dayText(d.day ?? d.at)}${whose}`;
  const late = d.late === undefined ? null : `This digest was due on ${timeText(d.late)} and comes late.`;
  const scanned =
    d.scannedAt === null
      ? 'No scan has finished yet, so nothing can be said about these accounts.'
      : `Last scanned on ${timeText(d.scannedAt)}.`;
  const quiet = [d.opened, d.regressed, d.resolved, d.gone, d.lapsed].every((list) => list.length === 0);
  const unchanged = quiet ? `Nothing changed since ${dayText(d.since)}.` : null;
  const sections = sectionsOf(d).map((s) => section(s, reader));
  const gaps = gapLines(d.notAssessed, reader.accountName, most);
  const closed = closedLines(d.accountsRefused, most);
  const unscanned = noLongerScannedText(d.noLongerScanned, most);
  const trend = trendOf(d);
  const head = `Audit head: record ${number(d.head.seq)}, ${d.head.hash.slice(0, 12)}.`;

  const blocks: Block[] = [{ kind: 'heading', text: title }];
  if (late !== null) blocks.push({ kind: 'text', text: late });
  blocks.push({ kind: 'text', text: [{ bold: open }] });
  blocks.push({ kind: 'text', tone: whole ? 'good' : 'unknown', text: `${coverage} ${scanned}` });
  if (unchanged !== null) blocks.push({ kind: 'text', text: unchanged });
  if (d.top.length > 0) {
    const rest = openCount(d.open) - d.open.accepted - d.top.length;
    const summary = `The worst ${plural(d.top.length, 'open finding')}${rest > 0 ? `; ${number(rest)} more are open` : ''}.`;
    blocks.push({
      kind: 'table',
      summary,
      columns: ['Finding', 'Severity', 'What is wrong', 'Resource', 'Account', 'Owner', 'Age'],
      rows: d.top
        .slice(0, most)
        .map((f): readonly Text[] => [
          [{ code: f.handle }],
          severityWord[f.severity],
          wrongOf(f),
          resourceOf(f, 40),
          shown(reader.accountName(f.account), 24),
          ownerOf(f, reader),
          ageOfFinding(f, reader),
        ]),
    });
  }
  blocks.push(...sections.map((s) => s.block));
  if (closed.length > 0)
    blocks.push({ kind: 'text', tone: 'unknown', text: [{ bold: 'Not opened: ' }, `${closed.join('; ')}.`] });
  if (unscanned !== null) blocks.push({ kind: 'text', tone: 'unknown', text: unscanned });
  if (gaps.length > 0)
    blocks.push({ kind: 'text', tone: 'unknown', text: [{ bold: 'Not assessed: ' }, `${gaps.join('; ')}.`] });
  if (trend) blocks.push(trend.block);
  const buttons: Button[] = d.top
    .slice(0, most)
    .map((f) => ({ label: `Show ${f.handle}`, says: `show ${f.handle}` }));
  buttons.push({ label: 'All open findings', says: 'findings' }, { label: 'Status', says: 'status' });
  blocks.push({ kind: 'buttons', buttons }, { kind: 'note', text: head });

  return {
    text: sentences(
      title,
      late,
      open,
      coverage,
      scanned,
      unchanged,
      d.top.length > 0 &&
        `The worst are: ${d.top
          .slice(0, most)
          .map((f) => line(f, reader))
          .join('; ')}`,
      ...sections.map((s) => s.says),
      closed.length > 0 && `Not opened: ${closed.join('; ')}`,
      unscanned,
      gaps.length > 0 && `Not assessed: ${gaps.join('; ')}`,
      trend?.says,
      head,
    ),
    blocks,
    data: d,
  };
}
