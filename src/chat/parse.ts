import type { Arg, Spoken } from './arguments.ts';
import { bind, type Problem } from './bind.ts';
import { longest, unwrapped, wrapped } from './clean.ts';
import { lex, type Token } from './lex.ts';
import { nearest } from './suggest.ts';
import { usageOf } from './usage.ts';
import { written } from './values.ts';

export type ParsedValues = Readonly<Record<string, unknown>>;

export type Parsed<S extends Spoken = Spoken> =
  | { readonly ok: true; readonly command: S; readonly values: ParsedValues }
  | {
      readonly ok: false;
      /** One or two sentences: what was not understood. */
      readonly says: string;
      /** The whole line as it was probably meant. */
      readonly didYouMean?: string;
      readonly usage?: string;
      readonly command?: S;
    };

/** A line read as far as it goes, with everything that is wrong with it: what forms need. */
export interface Examined<S extends Spoken = Spoken> {
  readonly command: S | null;
  readonly values: ParsedValues;
  readonly problems: readonly Problem[];
  /** The line without platform wrapping and root. */
  readonly line: string;
}

const root = /^\s*(?:<@[UW][A-Z0-9]+>\s*)?(?:\/?hipaa(?:-[a-z0-9]+)*(?=\s|$)\s*)?/i;

function verb<S extends Spoken>(token: Token, line: string, commands: readonly S[]): Examined<S> {
  const typed = token.text.slice(0, 60);
  const near = nearest(
    typed,
    commands.map((c) => c.name),
  );
  const problem: Problem = {
    says: `There is no command “${typed}”.`,
    ...(near === undefined ? {} : { instead: near + line.slice(token.end) }),
  };
  return { command: null, values: {}, problems: [problem], line };
}

export function examine<S extends Spoken>(typed: string, commands: readonly S[], now: Date): Examined<S> {
  const nothing = { command: null, values: {}, line: '' };
  if (typed.length > longest) {
    const says = `That is ${typed.length} characters; a command may have ${longest}.`;
    return { ...nothing, problems: [{ says }] };
  }
  const line = unwrapped(typed).replace(root, '').trim();
  const lexed = lex(line);
  if (!lexed.ok) return { ...nothing, line, problems: [{ says: lexed.says }] };
  const [first, ...rest] = lexed.tokens;
  // Nothing said is a question for help.
  const name = first?.text.toLowerCase() ?? 'help';
  const command = commands.find((c) => c.name === name);
  if (!command) {
    return first ? verb(first, line, commands) : { ...nothing, problems: [{ says: 'Nothing was said.' }] };
  }
  return { command, line, ...bind(command, rest, line, now) };
}

/** The one grammar of every surface: `verb word… --key value | key:value | key>=value … rest`. Never throws. */
export function parse<S extends Spoken>(typed: string, commands: readonly S[], now: Date): Parsed<S> {
  const { command, values, problems } = examine(typed, commands, now);
  // What was mistyped comes before what is missing: the missing part may be the mistyped one.
  const problem = problems.find((p) => !p.missing) ?? problems[0];
  if (command && !problem) return { ok: true, command, values };
  return {
    ok: false,
    says: problem?.says ?? 'Nothing was said.',
    ...(problem?.instead === undefined ? {} : { didYouMean: problem.instead }),
    ...(command ? { usage: usageOf(command), command } : {}),
  };
}

const bare = /^(?:<@[A-Z0-9]+>|[\p{L}\p{N}@#][\p{L}\p{N}_./@#+~-]*)$/u;

export function quoted(text: string): string {
  return `"${wrapped(text).replace(/\\/g, '\\\\').replace(/"/g, '\\"')}"`;
}

function word(a: Arg, value: unknown): string {
  const text = written(a, value);
  return a.kind !== 'rest' && bare.test(text) ? text : quoted(text);
}

/** The line that says this: what a button carries. `parse` reads it back to the same values. */
export function says(command: Pick<Spoken, 'name' | 'args'>, values: ParsedValues): string {
  const parts = [command.name];
  // A positional word would be taken for the one that was left out before it, or for a word of speech.
  const spoken = new Set(Object.entries(command.args).flatMap(([name, a]) => [name, ...(a.after ?? [])]));
  let inOrder = true;
  for (const [name, a] of Object.entries(command.args)) {
    const value = values[name];
    if (value === undefined || value === false || (Array.isArray(value) && value.length === 0)) {
      if (a.positional) inOrder = false;
    } else if (value === true) parts.push(`--${name}`);
    else {
      const text = word(a, value);
      const plain = a.positional && inOrder;
      if (plain) parts.push(spoken.has(text.toLowerCase()) ? quoted(text) : text);
      else parts.push(`${name}${a.atLeast ?? ':'}${text}`);
    }
  }
  return parts.join(' ');
}
