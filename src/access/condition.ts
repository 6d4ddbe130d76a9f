import { covers, parseRange, type Range } from './address.ts';
import type { Condition } from './document.ts';
import { compileGlob, type Glob, matchesGlob } from './glob.ts';

/** What a request carries for a key: its values, or nothing. */
export type Carried = readonly string[] | undefined;

/** One key of one condition operator, ready to be asked. It answers undefined where AWS's answer is not known to us. */
export interface Test {
  readonly key: string;
  readonly holds: (carried: Carried) => boolean | undefined;
  /** `holds` may answer undefined. */
  readonly doubtful: boolean;
  /** Where the answer may turn: what a search over requests has to try. */
  readonly hints: Hints;
}
export interface Hints {
  readonly globs: readonly Glob[];
  readonly values: readonly string[];
  readonly ranges: readonly Range[];
  /** The operator compares sets, so several values at once may matter. */
  readonly sets: boolean;
  /** The condition is met by what the globs do not match. */
  readonly negated: boolean;
}

type Match = (value: string) => boolean | undefined;
type Matcher = { readonly match: Match; readonly doubtful?: boolean } & Partial<Hints>;

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

/** Kleene's "some": unknown unless one is certain. */
function some(answers: Iterable<boolean | undefined>): boolean | undefined {
  let result: boolean | undefined = false;
  for (const answer of answers) {
    if (answer) return true;
    if (answer === undefined) result = undefined;
  }
  return result;
}
const not = (answer: boolean | undefined): boolean | undefined =>
  answer === undefined ? undefined : !answer;

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

function matcher(
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

/** "StringNotLike" is "stringlike" negated; so are all the others with "Not" in them. */
function plain(operator: string): { base: string; negated: boolean } {
  if (operator === 'notipaddress') return { base: 'ipaddress', negated: true };
  const base = operator.replace(/^(string|arn|numeric|date)not/, '$1');
  return { base, negated: base !== operator };
}

/**
 * IAM's meaning of one condition, from "IAM JSON policy elements: Condition operators" and "Multivalued context keys": an
 * absent key fails a positive operator and passes a negated one, IfExists and ForAllValues; ForAnyValue needs a value.
 */
export function compileCondition({ operator, key, values }: Condition, reading: Reading): Test {
  const [, prefix, name = ''] = /^(?:(forallvalues|foranyvalue):)?(.*)$/.exec(operator.toLowerCase()) ?? [];
  const hints: Hints = { globs: [], values: [], ranges: [], sets: prefix !== undefined, negated: false };
  const lower = key.toLowerCase();
  if (name === 'null') {
    const wanted = new Set(values.map((value) => value.toLowerCase()));
    const clear = wanted.isSubsetOf(new Set(['true', 'false']));
    const holds = (carried: Carried) => (clear ? wanted.has(String(carried === undefined)) : undefined);
    return { key: lower, hints, holds, doubtful: !clear };
  }
  const ifExists = name.endsWith('ifexists');
  const { base, negated } = plain(ifExists ? name.slice(0, -'ifexists'.length) : name);
  const found = matcher(base, negated, values, reading);
  if (found === undefined) return { key: lower, hints, holds: () => undefined, doubtful: true };
  const one: Match = negated ? (value) => not(found.match(value)) : found.match;
  const absent =
    prefix === 'foranyvalue' ? (ifExists ? undefined : false) : prefix !== undefined || ifExists || negated;
  const all: Match = (value) => not(one(value));
  const holds = (carried: Carried): boolean | undefined => {
    if (carried === undefined) return absent;
    if (prefix === 'forallvalues' || (prefix === undefined && negated)) return not(some(carried.map(all)));
    return some(carried.map(one));
  };
  const { match: _, doubtful = false, ...hinted } = found;
  return {
    key: lower,
    hints: { ...hints, ...hinted, negated },
    holds,
    doubtful: doubtful || absent === undefined,
  };
}
