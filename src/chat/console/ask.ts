import type { Ears, Field, Form } from '../adapter.ts';
import { answered } from '../form.ts';
import type { Lines } from './lines.ts';
import { drawable } from './width.ts';

const cancelled = /^(cancel|quit|exit)$/i;

function question(f: Field): string {
  const choices = f.choices ? ` (${f.choices.map((c) => c.value).join(', ')})` : '';
  const initial = f.initial === undefined ? '' : ` [${f.initial}]`;
  return drawable(`${f.label}${choices}${initial}${f.required ? '' : ', may be empty'}: `);
}

/** Asks a form field by field, and again for each that is wrong. The whole line, or null when it was cancelled. */
export async function ask(
  form: Form,
  ears: Pick<Ears, 'problems'>,
  lines: Pick<Lines, 'next'>,
  say: (text: string) => void,
): Promise<string | null> {
  const answers: Record<string, string> = {};
  say(drawable(`${form.title}. ${form.explain}\n(“cancel” leaves.)`));
  let open: readonly Field[] = form.fields;
  while (open.length > 0) {
    for (const field of open) {
      if (field.hint) say(drawable(field.hint));
      const typed = await lines.next(question(field), true);
      if (typed === null || cancelled.test(typed.trim())) {
        say('Cancelled: nothing was done.');
        return null;
      }
      answers[field.name] = typed.trim() === '' ? (field.initial ?? '') : typed.trim();
    }
    const problems = ears.problems(answered(form.says, answers));
    const wrong = Object.keys(problems);
    const strange = wrong.find((name) => !form.fields.some((f) => f.name === name));
    if (strange !== undefined) {
      say(drawable(`${strange}: ${problems[strange]}`));
      return null;
    }
    open = form.fields.filter((f) => wrong.includes(f.name));
    for (const f of open) say(drawable(`${f.label}: ${problems[f.name]}`));
  }
  return answered(form.says, answers);
}
