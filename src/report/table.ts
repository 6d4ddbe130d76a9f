import { styleText } from 'node:util';
import type { Observed } from '../engine/reconcile.ts';
import type { Report } from './report.ts';

type Style = Parameters<typeof styleText>[0];

const tones: Readonly<Record<string, Style>> = {
  critical: ['bold', 'red'],
  high: 'red',
  medium: 'yellow',
  low: 'cyan',
  unknown: 'magenta',
  pass: 'green',
  notApplicable: 'dim',
};

const word = (o: Observed): string =>
  o.status === 'fail' ? o.severity : o.status === 'notApplicable' ? 'n/a' : o.status;

/** Printable text only: a name from the cloud must not move the cursor. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
const plain = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f]/g, '?');

/** For people at a terminal: worst first, one line each, and what is not known said at the end. */
export function tableOf(report: Report, colour: boolean): string {
  const { scan, coverage, observations } = report;
  const paint = (style: Style | undefined, text: string) =>
    colour && style ? styleText(style, text, { validateStream: false }) : text;
  const rows = observations.map((o) => ({
    o,
    cells: [word(o), o.finding ?? '', o.check, plain(o.resource), plain(o.because ?? '')] as const,
  }));
  const headings = ['severity', 'finding', 'check', 'resource', 'what was seen'] as const;
  const widths = headings.map((h, i) =>
    Math.min(72, Math.max(h.length, ...rows.map((r) => r.cells[i]?.length ?? 0))),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((c, i) => (i === cells.length - 1 ? c : c.padEnd(widths[i] ?? 0)))
      .join('  ')
      .trimEnd();
  const out: string[] = [];
  if (rows.length > 0) {
    out.push(paint('bold', line(headings)));
    for (const { o, cells } of rows) {
      const style = tones[o.status === 'fail' ? o.severity : o.status];
      out.push(paint(style, cells[0]) + line(['', ...cells.slice(1)]).slice(cells[0].length));
    }
    out.push('');
  }
  const failing = observations.filter((o) => o.status === 'fail').length;
  const unknown = coverage.notAssessed.reduce((sum, n) => sum + n.count, 0);
  const resources = scan.accounts.reduce((sum, a) => sum + a.resources, 0);
  const accounts = scan.accounts.map((a) => `${a.name} (${a.id})`).join(', ');
  out.push(`Scan ${scan.id} of ${accounts}: ${resources} resources, ${scan.calls} API calls, ${scan.state}.`);
  const regions = [...new Set(scan.accounts.flatMap((a) => a.regions))];
  if (regions.length > 0) {
    out.push(`Looked for regional resources in ${regions.join(', ')} only; buckets and IAM are everywhere.`);
  }
  out.push(
    `${failing} ${failing === 1 ? 'question fails' : 'questions fail'}; ${coverage.assessed} of ${coverage.assessed + unknown} were assessed.`,
  );
  for (const a of scan.accounts)
    if (a.refused) out.push(paint('magenta', `Account ${a.name} could not be assessed: ${a.refused}.`));
  for (const n of coverage.notAssessed) {
    out.push(
      paint('magenta', `Not assessed: ${n.count} (${n.reason}${n.permission ? `, ${n.permission}` : ''}).`),
    );
  }
  return `${out.join('\n')}\n`;
}
