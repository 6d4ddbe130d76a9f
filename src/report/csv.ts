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

/** RFC 4180. A leading =, +, - or @ is quoted with an apostrophe, so that no spreadsheet runs a resource's name. */
const cell = (value: string): string => {
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};

export function csvOf({ observations }: Report): string {
  const rows = observations.map((o) =>
    columns.map((name) => cell(name === 'controls' ? o.controls.join(' ') : (o[name] ?? ''))).join(','),
  );
  return `${[columns.join(','), ...rows].join('\r\n')}\r\n`;
}
