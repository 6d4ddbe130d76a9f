import type { Severity } from '../../domain/check.ts';
import type { Instant } from '../../domain/finding.ts';
import type { Span, Text, Tone } from '../../domain/message.ts';
import { withoutControls } from '../clean.ts';

export const severityWord: Readonly<Record<Severity, string>> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
};

export const toneOf = (severity: Severity): Tone => severity;

export const plural = (n: number, one: string, many = `${one}s`): string =>
  `${number(n)} ${n === 1 ? one : many}`;

/** "12,345": groups of three, the same on every machine. */
export const number = (n: number): string => String(n).replace(/\B(?=(\d{3})+(?!\d))/g, ',');

/** "Ann, Bob and Cem" */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** "20 November 2026", in UTC. */
export function dayText(at: Instant): string {
  const d = new Date(at);
  return `${d.getUTCDate()} ${months[d.getUTCMonth()]} ${d.getUTCFullYear()}`;
}

/** "20 November 2026 at 12:00 UTC" */
export const timeText = (at: Instant): string =>
  `${dayText(at)} at ${new Date(at).toISOString().slice(11, 16)} UTC`;

const day = 86_400_000;

/** How long ago, in the largest unit that is not a lie: "3 days", "5 hours", "less than a minute". */
export function ageOf(at: Instant, now: Date): string {
  const ms = Math.max(0, now.getTime() - Date.parse(at));
  if (ms >= day) return plural(Math.floor(ms / day), 'day');
  if (ms >= day / 24) return plural(Math.floor(ms / (day / 24)), 'hour');
  if (ms >= 60_000) return plural(Math.floor(ms / 60_000), 'minute');
  return 'less than a minute';
}

/** The same for a table cell. */
export const ageCell = (at: Instant, now: Date): string =>
  now.getTime() - Date.parse(at) < 60_000 ? 'Just now' : ageOf(at, now);

export const date = (at: Instant): Span => ({ when: at, as: 'date' });
export const time = (at: Instant): Span => ({ when: at, as: 'time' });

/**
 * A name from the cloud, fit to stand among other words: no control characters, one line, and cut in the middle,
 * because both ends of a name tell it from its neighbours.
 */
export function shown(name: string, longest = 60): string {
  const clean = withoutControls(name).replace(/\s+/gu, ' ').trim();
  const letters = Array.from(clean);
  if (letters.length <= longest) return clean;
  const half = Math.floor((longest - 1) / 2);
  return `${letters.slice(0, longest - 1 - half).join('')}…${letters.slice(letters.length - half).join('')}`;
}

/** A sentence, safe to set among other words, and cut at its end: what is seen first is said first. */
export function said(sentence: string, longest = 120): string {
  const clean = shown(sentence, Number.POSITIVE_INFINITY);
  const letters = Array.from(clean);
  return letters.length <= longest
    ? clean
    : `${letters
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`;
}

/** The part of an ARN that people call the resource by: `arn:aws:s3:::records` → `records`. */
export function resourceName(id: string, account?: string): string {
  const parts = id.split(':');
  if (parts[0] !== 'arn' || parts.length < 6) return id;
  const last = parts.slice(5).join(':');
  if (parts[2] === 'iam' && last === 'root')
    return account === undefined || parts[4] === account ? 'the account itself' : `account ${parts[4]}`;
  // `user/ann`, `function:intake`: the type is told by the check already.
  return last.replace(/^[a-z-]+[/:](?=.)/i, '') || last;
}

/** Joins sentences, giving each its full stop. */
export const sentences = (...parts: readonly (string | null | undefined | false)[]): string =>
  parts
    .filter((p): p is string => typeof p === 'string' && p.trim() !== '')
    .map((p) => (/[.!?…][”’)]?$/u.test(p.trim()) ? p.trim() : `${p.trim()}.`))
    .join(' ');

/** Text as it reads without marks. */
export function plainOf(text: Text): string {
  if (typeof text === 'string') return text;
  return text
    .map((span) => {
      if (typeof span === 'string') return span;
      if ('bold' in span) return span.bold;
      if ('italic' in span) return span.italic;
      if ('code' in span) return span.code;
      if ('person' in span) return span.person.name;
      return span.as === 'time' ? timeText(span.when) : dayText(span.when);
    })
    .join('');
}

/** A sentence that names commands between backticks, as text: “`status` shows it”. */
export function marked(sentence: string): Text {
  if (!sentence.includes('`')) return sentence;
  const parts = sentence.split('`');
  // An unpaired backtick is only a character.
  if (parts.length % 2 === 0) return sentence;
  return parts.map((part, i): Span => (i % 2 === 1 ? { code: part } : part)).filter((part) => part !== '');
}

export const unmarked = (sentence: string): string => sentence.replace(/`([^`]*)`/g, '“$1”');
