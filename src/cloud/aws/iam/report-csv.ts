import { CloudError } from '../../../domain/errors.ts';
import type { Instant } from '../../../domain/finding.ts';

const columns = [
  'user',
  'arn',
  'user_creation_time',
  'password_enabled',
  'password_last_used',
  'password_last_changed',
  'password_next_rotation',
  'mfa_active',
  'access_key_1_active',
  'access_key_1_last_rotated',
  'access_key_1_last_used_date',
  'access_key_2_active',
  'access_key_2_last_rotated',
  'access_key_2_last_used_date',
  'cert_1_active',
  'cert_2_active',
] as const;
export type Column = (typeof columns)[number];

/** Says that a user has more keys or certificates than the report tells of; not every report has the column. */
const more = 'additional_credentials_info';
/** One identity of the credential report, as AWS wrote it. */
export type ReportRow = Readonly<Record<Column, string>> & { readonly [more]?: string };

/** AWS's name of the row that speaks of the root identity. */
export const rootUser = '<root_account>';

/** Reads the report by its header: AWS adds columns, and without a header nothing in it means anything. */
export function parseReport(csv: string): readonly ReportRow[] {
  const [header = [], ...rows] = csv
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map(fieldsOf);
  const missing = columns.filter((column) => !header.includes(column));
  if (missing.length > 0 || header[0] !== 'user' || header[1] !== 'arn') {
    throw new CloudError(
      'failed',
      `the credential report lacks its columns (${missing.slice(0, 3).join(', ')})`,
    );
  }
  return rows.map((fields) => {
    const row = aligned(fields, header.length);
    const told = [...columns, ...(header.includes(more) ? [more] : [])];
    return Object.fromEntries(told.map((column) => [column, row[header.indexOf(column)]])) as ReportRow;
  });
}

const field = /"((?:[^"]|"")*)"(?:,|$)|([^,]*)(?:,|$)/y;

function fieldsOf(line: string): string[] {
  const fields: string[] = [];
  field.lastIndex = 0;
  while (field.lastIndex < line.length) {
    const found = field.exec(line);
    if (!found) throw new CloudError('failed', 'the credential report has a line that is not CSV');
    fields.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
  }
  if (line.endsWith(',')) fields.push('');
  return fields;
}

/** A user's name and path may hold commas, and the report need not quote them: only the first two fields can grow. */
function aligned(fields: readonly string[], width: number): readonly string[] {
  const extra = fields.length - width;
  if (extra === 0) return fields;
  const arnAt = fields.findIndex((text, at) => at > 0 && text.startsWith('arn:'));
  if (extra < 0 || arnAt < 1 || arnAt > extra + 1) {
    throw new CloudError('failed', 'the credential report has a line of the wrong length');
  }
  const rest = extra + 2;
  return [fields.slice(0, arnAt).join(','), fields.slice(arnAt, rest).join(','), ...fields.slice(rest)];
}

/** Whether the report leaves out some of the user's keys or certificates: it tells of two each. */
export const leavesOut = (row: ReportRow): boolean =>
  !['', '0', 'N/A', 'no_information', 'not_supported'].includes(row[more] ?? '');

/** A column that must say yes or no. */
export function flag(row: ReportRow, column: Column): boolean {
  const text = row[column].toLowerCase();
  if (text === 'true' || text === 'false') return text === 'true';
  throw notSaid(row, column);
}

/** A column that names an instant; `null` where it does not apply, never was, or was before AWS kept note (2014). */
export function instant(row: ReportRow, column: Column): Instant | null {
  if (row[column] === 'N/A' || row[column] === 'no_information') return null;
  const at = Date.parse(row[column]);
  if (Number.isNaN(at)) throw notSaid(row, column);
  return new Date(at).toISOString();
}

const notSaid = (row: ReportRow, column: Column): CloudError =>
  new CloudError(
    row[column] === 'not_supported' ? 'unsupported' : 'failed',
    `the credential report does not say ${column}`,
  );
