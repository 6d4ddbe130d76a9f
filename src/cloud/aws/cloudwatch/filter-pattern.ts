/** Whether a filter takes an event; `maybe`: it depends on what is not known of the event, or is said in a form not read here. */
export type Takes = 'yes' | 'no' | 'maybe';

/** Fields of an event by their path; `null`: the event has none. What is not named may be anything. */
export type EventFields = Readonly<Record<string, string | null>>;

type Test = (event: EventFields) => Takes;

/**
 * A metric filter's pattern, read as CloudWatch Logs reads it. Source: CloudWatch Logs User Guide, "Filter pattern syntax":
 * `{ … }` compares fields of JSON events. Other forms look for words, and are only said to take an event where they may.
 */
export function filterPattern(text: string): Test {
  const pattern = text.trim();
  if (pattern === '') return () => 'yes';
  const test = pattern.startsWith('{') ? parse(pattern) : null;
  return test ?? ((event) => (mentions(pattern, event) ? 'maybe' : 'no'));
}

/** A form that is not read here might take the event only where it names something of it, or a pattern of its own. */
const mentions = (pattern: string, event: EventFields): boolean =>
  /[%*]|eventName/.test(pattern) || Object.values(event).some((value) => value && pattern.includes(value));

const token = /\s*(?:(\|\||&&|!=|>=|<=|[{}()=<>])|"((?:[^"\\]|\\.)*)"|(%[^%]*%)|([^\s{}()=<>!&|"]+))/y;

interface Token {
  readonly is: 'sign' | 'quoted' | 'regex' | 'word';
  readonly text: string;
}

function tokens(pattern: string): readonly Token[] | null {
  const all: Token[] = [];
  token.lastIndex = 0;
  while (pattern.slice(token.lastIndex).trim() !== '') {
    const found = token.exec(pattern);
    if (!found) return null;
    const [, sign, quoted, regex, word] = found;
    if (sign !== undefined) all.push({ is: 'sign', text: sign });
    else if (quoted !== undefined) all.push({ is: 'quoted', text: quoted.replace(/\\(.)/g, '$1') });
    else if (regex !== undefined) all.push({ is: 'regex', text: regex });
    else all.push({ is: 'word', text: word ?? '' });
  }
  return all;
}

/** `null`: not understood. */
function parse(pattern: string): Test | null {
  const all = tokens(pattern);
  if (all === null) return null;
  let at = 0;
  const next = () => all[at];
  const sign = (text: string): boolean => {
    if (next()?.is !== 'sign' || next()?.text !== text) return false;
    at++;
    return true;
  };
  const word = (...texts: readonly string[]): boolean => {
    const matches = texts.every((text, i) => all[at + i]?.is === 'word' && all[at + i]?.text === text);
    if (matches) at += texts.length;
    return matches;
  };

  const joined = (by: '||' | '&&', part: () => Test | null): Test | null => {
    const first = part();
    if (first === null) return null;
    const parts = [first];
    while (sign(by)) {
      const more = part();
      if (more === null) return null;
      parts.push(more);
    }
    return (event) => (by === '||' ? any : every)(parts.map((one) => one(event)));
  };
  const or = (): Test | null => joined('||', and);
  const and = (): Test | null => joined('&&', one);
  const one = (): Test | null => {
    if (!sign('(')) return comparison();
    const inner = or();
    return sign(')') ? inner : null;
  };

  const comparison = (): Test | null => {
    const path = next();
    if (path?.is !== 'word' || !path.text.startsWith('$.')) return null;
    at++;
    const field = path.text.slice(2);
    if (word('NOT', 'EXISTS')) return (event) => absent(event[field]);
    if (word('IS', 'NULL') || word('IS', 'TRUE') || word('IS', 'FALSE'))
      return (event) => (typeof event[field] === 'string' ? 'no' : 'maybe');
    const operator = next();
    const value = all[at + 1];
    if (operator?.is !== 'sign' || value === undefined || value.is === 'sign') return null;
    at += 2;
    if (operator.text === '=') return (event) => equal(event[field], value);
    if (operator.text === '!=') return (event) => unequal(event[field], value);
    return ['<', '>', '<=', '>='].includes(operator.text) ? () => 'maybe' : null;
  };

  if (!sign('{')) return null;
  const test = or();
  return sign('}') && at === all.length ? test : null;
}

const any = (parts: readonly Takes[]): Takes =>
  parts.includes('yes') ? 'yes' : parts.includes('maybe') ? 'maybe' : 'no';
const every = (parts: readonly Takes[]): Takes =>
  parts.includes('no') ? 'no' : parts.includes('maybe') ? 'maybe' : 'yes';

const absent = (value: string | null | undefined): Takes =>
  value === undefined ? 'maybe' : value === null ? 'yes' : 'no';

function equal(value: string | null | undefined, { is, text }: Token): Takes {
  if (value === null) return 'no';
  if (is === 'regex') return 'maybe';
  // One value of what may be anything is some of the events, and not all.
  if (value === undefined) return /^\*+$/.test(text) ? 'maybe' : 'no';
  return wildcard(text, value) ? 'yes' : 'no';
}

function unequal(value: string | null | undefined, { is, text }: Token): Takes {
  if (value === null || value === undefined || is === 'regex') return 'maybe';
  return wildcard(text, value) ? 'no' : 'yes';
}

/** `*` stands for any run of letters. */
function wildcard(pattern: string, value: string): boolean {
  const [first = '', ...others] = pattern.split('*');
  if (others.length === 0) return value === pattern;
  const last = others.pop() ?? '';
  if (!value.startsWith(first) || value.length < first.length + last.length) return false;
  let from = first.length;
  for (const part of others) {
    const found = value.indexOf(part, from);
    if (found < 0) return false;
    from = found + part.length;
  }
  return value.endsWith(last) && value.length - last.length >= from;
}
