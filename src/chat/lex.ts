/** How a name and its value were joined. `≥` and `=>` are read as `>=`. */
export type Operator = ':' | '=' | '>=' | '>' | '<=' | '<';

export interface Token {
  /** As typed; for a quoted token, what stood between the quotes. */
  readonly text: string;
  readonly quoted: boolean;
  readonly start: number;
  readonly end: number;
  /** Set when it reads as a name: `--for`, `for:7d`, `severity>=high`. */
  readonly key?: string;
  readonly operator?: Operator;
  readonly value?: string;
  readonly valueQuoted?: boolean;
  /** `--name` and its repairs; `single` for one plain dash, which may as well be a word. */
  readonly dash?: 'double' | 'single';
}

export type Lexed =
  | { readonly ok: true; readonly tokens: readonly Token[] }
  | { readonly ok: false; readonly says: string };

const doubles = '"“”„‟＂';
const singles = "'‘’‚‛`";
const named = /(--?|[–—―‒−][-–—]?)?([A-Za-z][A-Za-z-]*)(>=|=>|<=|=<|≥|≤|>|<|:|=)/uy;
const flag = /^(--?|[–—―‒−][-–—]?)([A-Za-z][A-Za-z-]*)$/u;
const repaired: Readonly<Record<string, Operator>> = { '=>': '>=', '≥': '>=', '=<': '<=', '≤': '<=' };
const operatorOf = (typed: string): Operator => repaired[typed] ?? (typed as Operator);

/** A word that begins with an operator: the middle of `severity >= high`. */
export function jointOf(token: Token | undefined): { operator: Operator; value: string } | null {
  const [, typed, value = ''] = token?.quoted === false ? (joint.exec(token.text) ?? []) : [];
  return typed === undefined ? null : { operator: operatorOf(typed), value };
}
const joint = /^(>=|=>|<=|=<|≥|≤|>|<|:|=)(.*)$/su;

/** Phones and word processors turn `--` into a long dash; any of those means a flag. */
const dashOf = (typed: string | undefined): Pick<Token, 'dash'> =>
  typed === undefined ? {} : { dash: typed === '-' ? 'single' : 'double' };

/** The end of a quote opened at `at`, and its content; null when it is not a quote; `open` when it never closes. */
function quote(s: string, at: number): { end: number; content: string } | null | 'open' {
  const opening = s[at] ?? '';
  if (opening !== '' && singles.includes(opening)) {
    // An apostrophe inside does not close: only a mark before a space or the end does.
    const same = opening === '`' ? '`' : "'‘’‚‛";
    for (let i = at + 1; i < s.length; i++) {
      const next = s[i + 1];
      if (same.includes(s[i] ?? '') && (next === undefined || /\s/u.test(next)))
        return { end: i + 1, content: s.slice(at + 1, i) };
    }
    return null;
  }
  if (opening === '' || !doubles.includes(opening)) return null;
  const closers = opening === '"' ? ['"', doubles] : [doubles];
  for (const closing of closers) {
    let content = '';
    for (let i = at + 1; i < s.length; i++) {
      const c = s[i] ?? '';
      const next = s[i + 1];
      if (c === '\\' && (next === '\\' || next === '"')) {
        content += next;
        i++;
      } else if (closing.includes(c)) return { end: i + 1, content };
      else content += c;
    }
  }
  return 'open';
}

const unclosed = 'A quotation mark is opened and never closed. Close it, or leave it out.';

/** Cuts a line into words, quoted words and `name op value`. */
export function lex(s: string): Lexed {
  const tokens: Token[] = [];
  let i = 0;
  const wordEnd = (from: number) => {
    let end = from;
    while (end < s.length && !/\s/u.test(s[end] ?? '')) end++;
    return end;
  };
  for (;;) {
    while (i < s.length && /\s/u.test(s[i] ?? '')) i++;
    if (i >= s.length) return { ok: true, tokens };
    const start = i;
    const whole = quote(s, i);
    if (whole === 'open') return { ok: false, says: unclosed };
    if (whole) {
      i = whole.end;
      tokens.push({ text: whole.content, quoted: true, start, end: i });
      continue;
    }
    named.lastIndex = i;
    const pair = named.exec(s);
    if (pair) {
      const at = named.lastIndex;
      const quoted = quote(s, at);
      if (quoted === 'open') return { ok: false, says: unclosed };
      i = quoted ? quoted.end : wordEnd(at);
      tokens.push({
        text: s.slice(start, i),
        quoted: false,
        start,
        end: i,
        key: (pair[2] ?? '').toLowerCase(),
        operator: operatorOf(pair[3] ?? ':'),
        value: quoted ? quoted.content : s.slice(at, i),
        valueQuoted: quoted !== null,
        ...dashOf(pair[1]),
      });
      continue;
    }
    i = wordEnd(start);
    const text = s.slice(start, i);
    const lone = flag.exec(text);
    tokens.push({
      text,
      quoted: false,
      start,
      end: i,
      ...(lone ? { key: (lone[2] ?? '').toLowerCase(), ...dashOf(lone[1]) } : {}),
    });
  }
}
