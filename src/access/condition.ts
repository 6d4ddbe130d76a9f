import type { Condition } from './document.ts';
import { not, some } from './known.ts';
import { type Hints, type Match, matcher, type Reading } from './operator.ts';

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
