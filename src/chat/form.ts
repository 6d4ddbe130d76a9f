import type { Field, Form } from './adapter.ts';
import { type Arg, isAskedFor, type Spoken } from './arguments.ts';
import { examine, quoted } from './parse.ts';
import { maxLengthOf } from './values.ts';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function kindOf(a: Arg): Field['kind'] {
  switch (a.kind) {
    case 'choice':
      return 'choice';
    case 'person':
      return 'person';
    case 'date':
      return 'date';
    case 'rest':
      return a.long === true ? 'paragraph' : 'line';
    case 'list':
    case 'word':
    case 'number':
    case 'duration':
    case 'flag':
      return 'line';
  }
}

export function fieldOf(name: string, a: Arg, required = a.required): Field {
  return {
    name,
    label: a.label ?? capital(name),
    hint: `${capital(a.summary)}.`,
    kind: kindOf(a),
    ...(a.kind === 'choice' ? { choices: (a.choices ?? []).map((value) => ({ label: value, value })) } : {}),
    ...(a.initial === undefined ? {} : { initial: a.initial }),
    required,
    maxLength: maxLengthOf(a),
  };
}

/** The form for what a half-typed command has not said yet; null when there is nothing to ask. */
export function formOf(typed: string, commands: readonly Spoken[], now: Date): Form | null {
  const { command, values, problems, line } = examine(typed, commands, now);
  if (!command || problems.some((p) => !p.missing)) return null;
  const open = Object.entries(command.args).filter(([name, a]) => {
    const value = values[name];
    const given = value !== undefined && !(Array.isArray(value) && value.length === 0);
    const wanted = a.askedBy === undefined || isAskedFor(name, a, values);
    return !given && wanted && !a.unasked && a.kind !== 'flag';
  });
  if (open.length === 0) return null;
  return {
    title: capital(command.to ?? command.name),
    explain: command.summary,
    // The verb as people read it: “Acknowledge”, where they type “ack”.
    submit: capital((command.to ?? command.name).split(' ')[0] ?? command.name),
    says: line,
    fields: open.map(([name, a]) => fieldOf(name, a, a.required || isAskedFor(name, a, values))),
  };
}

/** What is wrong with a filled form, field by field. Pure. */
export function problemsOf(
  typed: string,
  commands: readonly Spoken[],
  now: Date,
): Readonly<Record<string, string>> {
  const out: Record<string, string> = {};
  const { command, problems } = examine(typed, commands, now);
  for (const p of problems) {
    const name = p.name ?? Object.keys(command?.args ?? {})[0] ?? 'command';
    out[name] ??= p.missing ? 'This is needed.' : p.says;
  }
  return out;
}

/** A half-typed line with a form's answers added; what was left empty is left out. */
export function answered(line: string, answers: Readonly<Record<string, string>>): string {
  const parts = Object.entries(answers)
    .filter(([, value]) => value.trim() !== '')
    .map(([name, value]) => `${name}:${quoted(value.trim())}`);
  return [line, ...parts].join(' ');
}
