import type { Arg } from './arguments.ts';
import { nearest } from './suggest.ts';
import { dateOf, dateText, durationOf, durationText, spelledOut } from './time.ts';

export type Read =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly says: string; readonly instead?: string };

const no = (says: string, instead?: string): Read => ({
  ok: false,
  says,
  ...(instead === undefined ? {} : { instead }),
});
const yes = (value: unknown): Read => ({ ok: true, value });

export const maxLengthOf = (a: Arg): number => a.maxLength ?? (a.kind === 'rest' ? 1000 : 300);

const shown = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);
const or = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;

const numerals = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const monthsText = (n: number): string => `${numerals[n] ?? n} month${n === 1 ? '' : 's'}`;

function oneOf(name: string, text: string, choices: readonly string[]): Read {
  const found = choices.find((c) => c.toLowerCase() === text.toLowerCase());
  if (found !== undefined) return yes(found);
  const few = choices.length > 12 ? '' : ` It can be ${or(choices)}.`;
  return no(
    `“${shown(text)}” is not ${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}.${few}`,
    nearest(text, choices),
  );
}

function within(name: string, a: Arg, n: number, say: (n: number) => string): Read {
  if (a.min !== undefined && n < a.min) return no(`“${name}” may not be less than ${say(a.min)}.`);
  if (a.max !== undefined && n > a.max) return no(`“${name}” may not be more than ${say(a.max)}.`);
  return yes(n);
}

/** One value as typed, or a sentence about what is wrong with it. */
export function read(name: string, a: Arg, typed: string, now: Date): Read {
  const text = typed.trim();
  if (text === '') return no(`“${name}” is empty.`);
  const longest = maxLengthOf(a);
  if (text.length > longest)
    return no(`“${name}” may hold ${longest} characters; this one has ${text.length}.`);
  switch (a.kind) {
    case 'word':
    case 'rest':
      return yes(text);
    case 'choice':
      return oneOf(name, text, a.choices ?? []);
    case 'number':
      if (!/^\d{1,9}$/.test(text)) return no(`“${shown(text)}” is not a whole number.`);
      return within(name, a, Number(text), String);
    case 'flag':
      if (/^(yes|true|on|1)$/i.test(text)) return yes(true);
      if (/^(no|false|off|0)$/i.test(text)) return yes(false);
      return no(`“${name}” is either on or off, and “${shown(text)}” is neither.`);
    case 'duration': {
      const ms = durationOf(text);
      if (ms === null) return no(`“${shown(text)}” is not a length of time such as 12h, 7d, 2w or 6mo.`);
      const min = a.min ?? 60_000;
      const months = /^(\d+)\s*m$/i.exec(text)?.[1];
      if (ms < min && months !== undefined)
        return no(
          `“${name}” may not be less than ${spelledOut(min)}: m is minutes; ${months}mo is ${monthsText(Number(months))}.`,
        );
      return within(name, { ...a, min }, ms, spelledOut);
    }
    case 'date': {
      const at = dateOf(text, now);
      if (at === null)
        return no(`“${shown(text)}” is not a date. Write it like 2027-01-31, or like 30d from today.`);
      if (Date.parse(at) <= now.getTime()) return no(`“${name}” lies in the past (${dateText(at)}).`);
      // The end of the last day that is allowed is allowed.
      if (a.max !== undefined && Date.parse(at) > now.getTime() + a.max + 86_400_000)
        return no(`“${name}” may not be more than ${spelledOut(a.max)} from today.`);
      return yes(at);
    }
    case 'person':
      return /\s/u.test(text) && !text.startsWith('@')
        ? no(`“${shown(text)}” is not a person. Write @name, or me.`)
        : yes(text);
    case 'list': {
      const items = text
        .split(',')
        .map((item) => item.trim())
        .filter((item) => item !== '');
      if (items.length === 0) return no(`“${name}” is empty.`);
      if (!a.choices) return yes(items);
      const out: unknown[] = [];
      for (const item of items) {
        const one = oneOf(name, item, a.choices);
        if (!one.ok) return one;
        out.push(one.value);
      }
      return yes(out);
    }
  }
}

/** A value as it would be typed. */
export function written(a: Arg, value: unknown): string {
  switch (a.kind) {
    case 'duration':
      return durationText(value as number);
    case 'date':
      return dateText(value as string);
    case 'list':
      return (value as readonly string[]).join(',');
    default:
      return String(value);
  }
}
