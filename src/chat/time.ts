import type { Instant } from '../domain/finding.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const units: readonly { ms: number; word: string; spelled: RegExp }[] = [
  { ms: 7 * day, word: 'w', spelled: /^w(?:eeks?|ks?)?$/ },
  { ms: day, word: 'd', spelled: /^d(?:ays?)?$/ },
  { ms: 60 * minute, word: 'h', spelled: /^h(?:ours?|rs?)?$/ },
  { ms: minute, word: 'min', spelled: /^min(?:ute)?s?$/ },
  { ms: 1000, word: 's', spelled: /^s(?:ec(?:ond)?s?)?$/ },
  { ms: 30 * day, word: 'mo', spelled: /^mo(?:nth)?s?$/ },
  { ms: 365 * day, word: 'y', spelled: /^y(?:ears?|rs?)?$/ },
];

/**
 * Milliseconds of `30m 12h 7d 2w 3mo 1y`, also `1w 2d` written together (`1w2d`). A bare `m` is minutes in a length of
 * time and months in a date ("until 3m"): either way the shorter or the refused reading, never a longer silence.
 */
export function durationOf(typed: string, bareM: 'minutes' | 'months' = 'minutes'): number | null {
  const text = typed.trim().toLowerCase();
  if (!/^(?:\d{1,5}(?:\.\d)?\s*[a-z]+\s*)+$/.test(text)) return null;
  let total = 0;
  for (const [, amount, spelled = ''] of text.matchAll(/(\d+(?:\.\d)?)\s*([a-z]+)/g)) {
    const ms =
      spelled === 'm'
        ? bareM === 'minutes'
          ? minute
          : 30 * day
        : units.find((u) => u.spelled.test(spelled))?.ms;
    if (ms === undefined) return null;
    total += Number(amount) * ms;
  }
  return Math.round(total / 1000) * 1000;
}

export const isUnit = (word: string): boolean => units.some((u) => u.spelled.test(word.toLowerCase()));

/** The shortest exact form: `7d` for a week's worth of hours, `90min` where hours would not be exact. */
export function durationText(ms: number): string {
  for (const { ms: size, word } of units.slice(1, 4)) if (ms % size === 0) return `${ms / size}${word}`;
  return `${Math.round(ms / 1000)}s`;
}

const endOfDay = (date: string): Instant => `${date}T23:59:59.999Z`;

/** `2027-01-31` (its end, UTC), a whole ISO instant, or a length of time from now (the end of that day). */
export function dateOf(typed: string, now: Date): Instant | null {
  const text = typed.trim();
  const [, ymd, clock] = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?Z)?$/i.exec(text) ?? [];
  if (ymd !== undefined) {
    const at = new Date(`${ymd}${clock?.toUpperCase() ?? 'T00:00:00Z'}`);
    if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== ymd) return null;
    return clock === undefined ? endOfDay(ymd) : at.toISOString();
  }
  if (/^today$/i.test(text)) return endOfDay(now.toISOString().slice(0, 10));
  const ms = /^tomorrow$/i.test(text) ? day : durationOf(text, 'months');
  // Beyond this, Date cannot write a four-digit year.
  if (ms === null || now.getTime() + ms > Date.UTC(9999, 0)) return null;
  return endOfDay(new Date(now.getTime() + ms).toISOString().slice(0, 10));
}

export const dateText = (at: Instant): string => {
  const date = at.slice(0, 10);
  return at === endOfDay(date) ? date : at;
};

/** "90 days", "12 hours", "1 day 12 hours": for people. */
export function spelledOut(ms: number): string {
  const parts: string[] = [];
  let left = ms;
  for (const [size, word] of [
    [day, 'day'],
    [60 * minute, 'hour'],
    [minute, 'minute'],
  ] as const) {
    const n = Math.floor(left / size);
    if (n > 0) parts.push(`${n} ${word}${n === 1 ? '' : 's'}`);
    left -= n * size;
  }
  return parts.slice(0, 2).join(' ') || 'less than a minute';
}
