import type { Report } from './report.ts';

const columns = [
  'status',
  'severity',
  'check',
  'resource',
  'account',
  'region',
  'controls',
  'because',
  'finding',
] as const;

/** RFC 4180. A cell that a spreadsheet would run as a formula gets an apostrophe: people name resources. */
const cell = (value: string): string => {
  const harmless = /^[=+\-@\t\r\n＝＋－＠]/.test(value) ? `'${value}` : value;
  return /[",;\t\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};

export function csvOf({ observations }: Report): string {
  const rows = observations.map((o) =>
    columns.map((name) => cell(name === 'controls' ? o.controls.join(' ') : (o[name] ?? ''))).join(','),
  );
  return `${[columns.join(','), ...rows].join('\r\n')}\r\n`;
}
