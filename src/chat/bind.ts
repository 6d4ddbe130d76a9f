import { type Arg, isAskedFor, type Spoken } from './arguments.ts';
import { jointOf, type Token } from './lex.ts';
import { distance, nearest } from './suggest.ts';
import { durationOf, isUnit } from './time.ts';
import { read } from './values.ts';

export interface Problem {
  /** The argument it is about, if it is about one. */
  readonly name?: string;
  readonly says: string;
  /** The whole line as it was probably meant. */
  readonly instead?: string;
  readonly missing?: true;
}

interface Bound {
  readonly values: Readonly<Record<string, unknown>>;
  readonly problems: readonly Problem[];
}

/** The second word of "7 days". */
const unitAfter = (first: Token, second: Token | undefined): Token | undefined =>
  /^\d+$/.test(first.text) && second && !second.quoted && isUnit(second.text) ? second : undefined;

/** Gives each word to the argument it belongs to. Goes on after a problem, so that a form can show them all. */
export function bind(command: Spoken, tokens: readonly Token[], line: string, now: Date): Bound {
  const args = Object.entries(command.args);
  const argOf = (name: string | undefined): Arg | undefined =>
    name !== undefined && Object.hasOwn(command.args, name) ? command.args[name] : undefined;
  const values: Record<string, unknown> = {};
  const problems: Problem[] = [];
  const given = new Set<string>();
  let at = 0;

  const corrected = (from: number, to: number, text: string) => line.slice(0, from) + text + line.slice(to);
  const open = () => args.filter(([name, a]) => a.positional && !given.has(name));
  /** A time that is too long is still a time: it is refused, and never taken for the beginning of a reason. */
  const isFor = (name: string, a: Arg, t: Token) => {
    const unit = unitAfter(t, tokens[at + 1]);
    return a.kind === 'duration'
      ? durationOf(unit ? `${t.text} ${unit.text}` : t.text) !== null
      : read(name, a, t.text, now).ok;
  };
  const isNamed = (t: Token) => !t.quoted && argOf(t.key) !== undefined && t.dash !== 'single';
  const introduced = (t: Token) =>
    t.quoted || t.key !== undefined
      ? undefined
      : args.find(([name, a]) => !given.has(name) && a.after?.includes(t.text.toLowerCase()));

  /** A slip in a time, `-1d` or `soon because …`, is refused: read as a reason it would mean the usual time, unseen. */
  const isSlip = (name: string, a: Arg, t: Token) => {
    const next = tokens[at + 1];
    if (a.kind !== 'duration' || t.quoted || tokens.slice(at).some((u) => isNamed(u) && u.key === name))
      return false;
    return /^[-+]?\d/.test(t.text) || (next !== undefined && introduced(next) !== undefined);
  };
  /** The argument whose turn it is. One that may be left out lets a word pass that is not for it: `ack F-1 7d because …`. */
  const pending = (t: Token) =>
    open().find(
      ([name, a], i, all) => a.required || i === all.length - 1 || isFor(name, a, t) || isSlip(name, a, t),
    );

  const take = (name: string, a: Arg, text: string, from: number, to: number) => {
    if (given.has(name) && a.kind !== 'list') {
      problems.push({ name, says: `“${name}” is given twice.` });
      return;
    }
    given.add(name);
    const answer = read(name, a, text, now);
    if (answer.ok) {
      const before = values[name];
      values[name] =
        a.kind === 'list' && Array.isArray(before)
          ? [...before, ...(answer.value as unknown[])]
          : answer.value;
    } else {
      const { says, instead } = answer;
      problems.push({ name, says, ...(instead ? { instead: corrected(from, to, instead) } : {}) });
    }
  };

  const absent = (name: string, a: Arg) => {
    given.add(name);
    problems.push({ name, says: `“${name}” has no value: ${a.summary}.` });
  };

  /** "because" ends another text when the reason is still to come and is not given by name further on. */
  const endsText = (t: Token, name: string) => {
    const [other, a] = introduced(t) ?? [];
    if (other === undefined || other === name || a?.kind !== 'rest' || !a.required) return false;
    return !tokens.slice(at).some((later) => isNamed(later) && later.key === other);
  };

  /** Takes the next word, or for a text everything up to the next named argument. */
  const swallow = (name: string, a: Arg, begun?: { from: number; to: number }) => {
    const first = tokens[at];
    if (!begun && (!first || isNamed(first))) return absent(name, a);
    const second = tokens[at + 1];
    const alone = first?.quoted && (!second || isNamed(second) || introduced(second));
    if (!begun && first && (a.kind !== 'rest' || alone)) {
      at++;
      const unit = a.kind === 'duration' || a.kind === 'date' ? unitAfter(first, second) : undefined;
      if (unit) at++;
      const text = unit ? `${first.text} ${unit.text}` : first.text;
      return take(name, a, text, first.start, unit?.end ?? first.end);
    }
    const start = begun?.from ?? first?.start ?? line.length;
    let end = begun?.to ?? start;
    for (let t = tokens[at]; t && !isNamed(t) && !endsText(t, name); t = tokens[at]) {
      end = t.end;
      at++;
    }
    take(name, a, line.slice(start, end), start, end);
  };

  const byName = (name: string, a: Arg, t: Token) => {
    at++;
    let { operator, value } = t;
    let from = t.end - (value?.length ?? 0);
    let to = t.end;
    if (operator === undefined) {
      // `--for 7d`, `severity >= high`: the value stands apart.
      const joint = jointOf(tokens[at]);
      if (joint) {
        ({ operator, value } = joint);
        from = (tokens[at]?.end ?? 0) - value.length;
        to = tokens[at]?.end ?? to;
        at++;
      }
    }
    if (operator === '<' || operator === '<=') {
      given.add(name);
      const like = a.atLeast ? `${name}${a.atLeast}` : `${name}:`;
      problems.push({ name, says: `“${name}” cannot be asked with “${operator}”. Write ${like}… instead.` });
      return;
    }
    if ((operator === '>' || operator === '>=') && !a.atLeast) {
      given.add(name);
      const instead = corrected(t.start, t.end, `${name}:${value}`);
      problems.push({ name, says: `“${name}” cannot be asked with “${operator}”.`, instead });
      return;
    }
    // Whoever writes = or > means less than "this or worse", and would take the longer list for the shorter one.
    if (a.atLeast === '>=' && t.dash === undefined && (operator === '=' || operator === '>')) {
      given.add(name);
      const apart = t.operator === undefined ? from : t.start + t.text.search(/[=>]/u) + 1;
      problems.push({
        name,
        says: `“${name}” cannot be asked with “${operator}”: it means this or worse.`,
        instead: corrected(t.start, apart, `${name}>=`),
      });
      if (value === '' && !t.valueQuoted) at++;
      return;
    }
    if (a.kind === 'flag' && operator === undefined) return take(name, a, 'yes', t.start, t.end);
    if (value === undefined || (value === '' && !t.valueQuoted)) return swallow(name, a);
    if (a.kind === 'rest' && !t.valueQuoted) return swallow(name, a, { from, to });
    take(name, a, value, t.valueQuoted ? to : from, to);
  };

  const unknownName = (t: Token) => {
    at++;
    const near = nearest(
      t.key ?? '',
      args.filter(([, a]) => !a.unasked).map(([name]) => name),
    );
    const value = t.operator === undefined ? '' : line.slice(t.start + t.text.search(/[:=<>≥≤]/u), t.end);
    problems.push({
      says: `${command.name} has no “${t.key}”.`,
      ...(near === undefined
        ? {}
        : {
            instead: corrected(t.start, t.end, t.operator === undefined ? `--${near}` : near + value),
          }),
    });
    // Its value is not a word of its own.
    const next = tokens[at];
    if (t.operator === undefined && next && !next.quoted && next.key === undefined) at++;
  };

  const overflow = (t: Token) => {
    at++;
    const fits = args.find(([, a]) => a.choices?.includes(t.text.toLowerCase()));
    const near = fits ? `${fits[0]}${fits[1].atLeast ?? ':'}${t.text.toLowerCase()}` : undefined;
    const shown = t.text.length > 60 ? `${t.text.slice(0, 59)}…` : t.text;
    problems.push({
      says: `${command.name} does not know what to do with “${shown}”.`,
      ...(near === undefined ? {} : { instead: corrected(t.start, t.end, near) }),
    });
  };

  while (at < tokens.length) {
    const t = tokens[at];
    if (!t) break;
    const known = t.quoted ? undefined : argOf(t.key);
    if (known && t.key !== undefined) {
      byName(t.key, known, t);
      continue;
    }
    const intro = introduced(t);
    if (intro) {
      at++;
      // A line that ends in "because" has not been finished: its argument is still missing.
      if (at < tokens.length) swallow(intro[0], intro[1]);
      continue;
    }
    const next = pending(t);
    const lower = t.text.toLowerCase();
    const joined = jointOf(tokens[at + 1]) !== null;
    const plain = t.quoted || t.key !== undefined ? undefined : argOf(lower);
    if (plain && tokens[at + 1] && (joined || (!next && !plain.positional))) {
      byName(lower, plain, t);
      continue;
    }
    const slip = args.some(([name]) => t.key !== undefined && name.length > 2 && distance(t.key, name) === 1);
    if (!t.quoted && t.key !== undefined && (t.dash === 'double' || !next || slip)) unknownName(t);
    else if (next) swallow(next[0], next[1]);
    else overflow(t);
  }

  for (const [name, a] of args) {
    if (given.has(name)) continue;
    if (a.required || isAskedFor(name, a, values)) problems.push(missing(command, name, a));
    else if (a.kind === 'list') values[name] = [];
    else if (a.kind === 'flag') values[name] = false;
  }
  return { values, problems };
}

function missing(command: Spoken, name: string, a: Arg): Problem {
  const example = command.examples[0];
  const like = example === undefined ? '' : ` For example: ${example}`;
  return { name, missing: true, says: `${command.name} still needs “${name}”: ${a.summary}.${like}` };
}
