import { covers, parseRange, type Range } from './address.ts';
import { compileGlob, type Glob, matchesGlob } from './glob.ts';
import { some } from './known.ts';

export type Match = (value: string) => boolean | undefined;
/** Where a condition's answer may turn: what a search over requests has to try. */
export interface Hints {
  readonly globs: readonly Glob[];
  readonly values: readonly string[];
  readonly ranges: readonly Range[];
  /** The operator compares sets, so several values at once may matter. */
  readonly sets: boolean;
  /** The condition is met by what the globs do not match. */
  readonly negated: boolean;
}

export type Matcher = { readonly match: Match; readonly doubtful?: boolean } & Partial<Hints>;

/** How policy variables read. The reader decides per statement in whose favour; see `policyVariables`. */
export interface Reading {
  readonly variables: boolean;
  readonly effect: 'Allow' | 'Deny';
}

/** The resource owner's own account and organization: no stranger's request equals them. */
const OWNER = /\$\{\s*(aws:resource(account|orgid|orgpaths)|s3:resourceaccount)\s*\}/i;

/**
 * A variable in a grant is no fixed value (AWS: "The meaning of public"), so a stranger is taken to match it; in a refusal
 * a stranger is taken to slip past it, unless it stands for the resource's owner, whom a stranger never equals.
 */
function policyVariables(
  pattern: string,
  negated: boolean,
  { variables, effect }: Reading,
): 'any' | 'none' | 'text' {
  if (!variables) return 'text';
  if (effect === 'Allow') return negated ? 'none' : 'any';
  return negated && !OWNER.test(pattern) ? 'any' : 'none';
}

function text(
  values: readonly string[],
  style: { wild: boolean; fold?: boolean; arn?: boolean },
  negated: boolean,
  reading: Reading,
): Matcher {
  const globs = values.flatMap(
    (value) => compileGlob(value, { ...style, variable: policyVariables(value, negated, reading) }) ?? [],
  );
  return { match: (given) => globs.some((glob) => matchesGlob(glob, given)), globs };
}

function addresses(values: readonly string[]): Matcher {
  const ranges = values.flatMap((value) => parseRange(value) ?? []);
  const unreadable = ranges.length < values.length ? undefined : false;
  const match: Match = (given) => {
    const point = parseRange(given);
    return point !== undefined && (ranges.some((range) => covers(range, point)) || unreadable);
  };
  return { match, ranges, doubtful: unreadable === undefined };
}

type Compare = (given: number, wanted: number) => boolean;
const COMPARE: Readonly<Record<string, Compare>> = {
  equals: (a, b) => a === b,
  lessthan: (a, b) => a < b,
  lessthanequals: (a, b) => a <= b,
  greaterthan: (a, b) => a > b,
  greaterthanequals: (a, b) => a >= b,
};

const number = (value: string): number => (value.trim() === '' ? Number.NaN : Number(value));
/** ISO 8601, or seconds since 1970. */
const instant = (value: string): number =>
  /^\d+(\.\d+)?$/.test(value) ? Number(value) * 1000 : Date.parse(value);

function quantity(
  values: readonly string[],
  read: (value: string) => number,
  compare: Compare,
  near: (n: number) => readonly string[],
): Matcher {
  const wanted = values.map(read);
  const match: Match = (given) => {
    const is = read(given);
    if (Number.isNaN(is)) return false;
    return some(wanted.map((value) => (Number.isNaN(value) ? undefined : compare(is, value))));
  };
  const clear = wanted.filter((value) => !Number.isNaN(value));
  const doubtful = clear.length < wanted.length;
  return { match, values: (doubtful ? [...clear, 0] : clear).flatMap(near), doubtful };
}

const nearNumber = (n: number): readonly string[] => [n - 1, n - 0.05, n, n + 0.05, n + 1].map(String);
const nearInstant = (n: number): readonly string[] =>
  [n - 1000, n, n + 1000].map((ms) => new Date(ms).toISOString());

/** What an operator asks of one value; undefined for an operator we do not know. Negation is the caller's. */
export function matcher(
  base: string,
  negated: boolean,
  values: readonly string[],
  reading: Reading,
): Matcher | undefined {
  switch (base) {
    case 'stringequals':
    case 'binaryequals':
      return text(values, { wild: false }, negated, reading);
    case 'stringequalsignorecase':
      return text(values, { wild: false, fold: true }, negated, reading);
    case 'stringlike':
      return text(values, { wild: true }, negated, reading);
    case 'arnequals':
    case 'arnlike':
      return text(values, { wild: true, arn: true }, negated, reading);
    case 'bool':
      return { ...text(values, { wild: false, fold: true }, negated, reading), values: ['true', 'false'] };
    case 'ipaddress':
      return addresses(values);
  }
  const [, kind, comparison] = /^(numeric|date)(.+)$/.exec(base) ?? [];
  const compare = comparison === undefined ? undefined : COMPARE[comparison];
  if (compare === undefined) return undefined;
  return kind === 'date'
    ? quantity(values, instant, compare, nearInstant)
    : quantity(values, number, compare, nearNumber);
}
