import type { Json } from '../../domain/catalog.ts';
import { type Difference, differences, type Target } from '../../domain/plan.ts';
import { withoutControls } from '../clean.ts';
import { said, shown } from './words.ts';

/** A value in one line: what AWS would call it, and absence in words. */
export function valueText(value: Json | undefined, longest = 120): string {
  if (value === undefined) return 'not set';
  if (value === null) return 'nothing is set';
  // A rule of a security group without a description, say: an empty cell would read as "nothing".
  if (value === '') return 'set, without text';
  return said(typeof value === 'string' ? value : JSON.stringify(value), longest);
}

const fieldText = (d: Difference): string => (d.field === '' ? 'The whole setting' : shown(d.field, 60));

/** "blockPublicAcls: false → true", as words that are read aloud well. */
export const differenceText = (d: Difference, longest = 60): string =>
  `${fieldText(d)} from ${valueText(d.before, longest)} to ${valueText(d.after, longest)}`;

const isFields = (v: Json | undefined): v is Readonly<Record<string, Json>> =>
  v !== null && typeof v === 'object' && !Array.isArray(v);

const isObject = (v: Json | undefined): boolean => v !== null && typeof v === 'object';

/** Too long or too deep for a cell: written out line by line. */
export const isLong = (d: Difference): boolean =>
  [d.before, d.after].some(
    (v) =>
      v !== undefined &&
      v !== null &&
      (typeof v === 'string' ? v : JSON.stringify(v)).length > (isObject(v) ? 30 : 80),
  );

const isStatement = (d: Difference): boolean => /(^|\.)Statement\[\d+\]$/.test(d.field);

function headOf(d: Difference): string {
  const what = isStatement(d)
    ? `policy statement ${d.field.replace(/^.*\[(\d+)\]$/, (_, n) => String(Number(n) + 1))}`
    : fieldText(d);
  if (d.after === undefined) return `Takes out: ${what}`;
  if (d.before === undefined) return `Adds: ${what}`;
  if (d.before === null) return `Sets, where nothing was set: ${what}`;
  if (d.after === null) return `Takes away, so that nothing is set: ${what}`;
  return `Changes: ${what}`;
}

/** A policy statement as it is read aloud: one line for each of its parts. */
const partText = (value: Json): string =>
  Array.isArray(value) && value.every((v) => typeof v === 'string')
    ? value.join(', ')
    : typeof value === 'string'
      ? value
      : JSON.stringify(value);

function linesOf(value: Json | undefined, sign: string, statement: boolean): readonly string[] {
  if (value === undefined || value === null) return [];
  const lines =
    typeof value === 'string'
      ? value.split('\n')
      : statement && isFields(value)
        ? Object.entries(value).map(([part, v]) => `${part}: ${partText(v)}`)
        : JSON.stringify(value, null, 2).split('\n');
  return lines.map((line) => `${sign} ${line}`);
}

/** A long value, before and after, line by line; each line begins with what happens to it. */
export const diffLines = (d: Difference): readonly string[] => [
  headOf(d),
  ...linesOf(d.before, '-', isStatement(d)),
  ...linesOf(d.after, '+', isStatement(d)),
];

/** The long changes as text that fits, and how many lines were left out. */
export function longText(
  all: readonly Difference[],
  maxLines = 60,
  maxLength = 2400,
): { text: string; left: number } {
  const lines = all.filter(isLong).flatMap((d, i) => (i > 0 ? ['', ...diffLines(d)] : diffLines(d)));
  const out: string[] = [];
  let length = 0;
  for (const line of lines) {
    const clean = withoutControls(line);
    const whole = clean.length > 200 ? `${clean.slice(0, 199)}…` : clean;
    if (out.length >= maxLines || length + whole.length + 1 > maxLength) break;
    out.push(whole);
    length += whole.length + 1;
  }
  return { text: out.join('\n'), left: lines.length - out.length };
}

/** Field by field also where nothing is set before or afterwards. */
export function changesOf(t: {
  readonly before: Json | undefined;
  readonly after: Json | undefined;
}): readonly Difference[] {
  const all = differences(t.before, t.after);
  const [only] = all;
  if (all.length !== 1 || only === undefined || only.field !== '') return all;
  const { before, after } = only;
  if (before === null && isFields(after))
    return Object.entries(after).map(([field, value]) => ({ field, before: null, after: value }));
  if (after === null && isFields(before))
    return Object.entries(before).map(([field, value]) => ({ field, before: value, after: null }));
  return all;
}

/** The change of one resource of many, in a cell. */
export function changeSummary(t: Pick<Target, 'before' | 'after'>, longest = 140): string {
  const all = changesOf(t);
  if (all.length > 1 && all.every((d) => d.before === null))
    return said(
      `Sets, where nothing was set: ${all.map((d) => `${fieldText(d)} ${valueText(d.after, 30)}`).join(', ')}`,
      longest,
    );
  if (all.length > 1 && all.every((d) => d.after === null))
    return 'Takes everything away, so that nothing is set';
  if (all.length === 0) return 'Nothing';
  const parts = all.map((d) => (isLong(d) ? headOf(d) : differenceText(d, 30)));
  const few = parts.slice(0, 3).join('; ');
  return said(all.length > 3 ? `${few}; and ${all.length - 3} more` : few, longest);
}

/** A change for a text that may be long: nothing is cut. */
export const diffLinesOrWords = (d: Difference): readonly string[] =>
  isLong(d) || d.before === null || d.after === null ? diffLines(d) : [differenceText(d, 200)];
