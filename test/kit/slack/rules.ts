import { isRecord, type Json } from './json.ts';

/** A rule looks at one value and says, in Slack's own words, what is wrong with it. */
export type Rule = (value: unknown, at: string, problems: string[]) => void;

export function problem(problems: string[], text: string, at: string): void {
  problems.push(`[ERROR] ${text} [json-pointer:${at}]`);
}

export const anything: Rule = () => {};

export function string(limits: { max?: number; min?: number; pattern?: RegExp } = {}): Rule {
  const { max = Number.POSITIVE_INFINITY, min = 1, pattern } = limits;
  return (value, at, problems) => {
    if (typeof value !== 'string') return problem(problems, 'must be a string', at);
    if (value.length < min) problem(problems, `must be more than ${min - 1} characters`, at);
    if (value.length > max) problem(problems, `must be less than ${max + 1} characters`, at);
    if (pattern && !pattern.test(value)) problem(problems, 'invalid format', at);
  };
}

export function integer(min: number, max: number): Rule {
  return (value, at, problems) => {
    if (!Number.isInteger(value)) return problem(problems, 'must be an integer', at);
    if ((value as number) < min || (value as number) > max)
      problem(problems, `must be between ${min} and ${max}`, at);
  };
}

export const number: Rule = (value, at, problems) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) problem(problems, 'must be a number', at);
};

export const boolean: Rule = (value, at, problems) => {
  if (typeof value !== 'boolean') problem(problems, 'must be a boolean', at);
};

export function word(...words: readonly string[]): Rule {
  return (value, at, problems) => {
    if (!words.includes(value as string)) problem(problems, `must be one of: ${words.join(', ')}`, at);
  };
}

export function list(item: Rule, limits: { max?: number; min?: number } = {}): Rule {
  const { max = Number.POSITIVE_INFINITY, min = 1 } = limits;
  return (value, at, problems) => {
    if (!Array.isArray(value)) return problem(problems, 'must be an array', at);
    if (value.length < min) problem(problems, `no fewer than ${min} item${min === 1 ? '' : 's'} allowed`, at);
    if (value.length > max) problem(problems, `no more than ${max} items allowed`, at);
    value.forEach((each, index) => {
      item(each, `${at}/${index}`, problems);
    });
  };
}

/** Refuses fields it does not know: a typo in a block must fail here, as it does at Slack. */
export function shape(
  required: Record<string, Rule>,
  optional: Record<string, Rule> = {},
  also: Rule = anything,
): Rule {
  return (value, at, problems) => {
    if (!isRecord(value)) return problem(problems, 'must be an object', at);
    for (const name of Object.keys(required))
      if (value[name] === undefined) problem(problems, `missing required field: ${name}`, at);
    for (const [name, field] of Object.entries(value)) {
      const rule = required[name] ?? optional[name];
      if (!rule) problem(problems, `invalid additional property: ${name}`, at);
      else if (field !== undefined) rule(field, `${at}/${name}`, problems);
    }
    also(value, at, problems);
  };
}

/** Chooses the rule by the value's `type`; a type outside the list is refused by name. */
export function byType(rules: Record<string, Rule>): Rule {
  return (value, at, problems) => {
    if (!isRecord(value)) return problem(problems, 'must be an object', at);
    const type = String(value['type']);
    const rule = Object.hasOwn(rules, type) ? rules[type] : undefined;
    if (!rule) return problem(problems, `unsupported type: ${type}`, `${at}/type`);
    const { type: _type, ...fields } = value;
    rule(fields, at, problems);
  };
}

export function only(rules: Record<string, Rule>, types: readonly string[]): Rule {
  return byType(Object.fromEntries(types.map((type) => [type, rules[type] as Rule])));
}

/** Two values with one key would make an interaction ambiguous. */
export function unique(
  values: readonly unknown[],
  key: (value: Json) => unknown,
  named: string,
  at: string,
  problems: string[],
): void {
  const seen = new Set<unknown>();
  for (const value of values) {
    const found = isRecord(value) ? key(value) : undefined;
    if (found === undefined) continue;
    if (seen.has(found)) problem(problems, `${named} \`${String(found)}\` already exists`, at);
    seen.add(found);
  }
}
