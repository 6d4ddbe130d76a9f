/** Times as people write them into the configuration. */

export const weekdays = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const;
export type Weekday = (typeof weekdays)[number];

export type Written =
  | {
      readonly kind: 'date';
      readonly year: number;
      readonly month: number;
      readonly day: number;
      readonly minutes: number | null;
    }
  | { readonly kind: 'weekday'; readonly weekday: number; readonly minutes: number }
  | { readonly kind: 'time'; readonly minutes: number };

/** `16:00` in minutes since midnight; `24:00` is the end of the day. Null for what is no time. */
export function minutesOf(text: string): number | null {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(text) ?? [];
  if (hours === undefined || Number(minutes) > 59) return null;
  const all = Number(hours) * 60 + Number(minutes);
  return all <= 24 * 60 ? all : null;
}

/** `2026-12-24`, `2026-12-24 16:00`, `friday 16:00` or `16:00`; null for anything else, and for a day that no calendar has. */
export function written(text: string): Written | null {
  const [, y, m, d, time] = /^(\d{4})-(\d{2})-(\d{2})(?:[ T](\S+))?$/.exec(text) ?? [];
  if (y !== undefined) {
    const [year, month, day] = [Number(y), Number(m), Number(d)];
    const date = new Date(Date.UTC(year, month - 1, day));
    const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
    const minutes = time === undefined ? null : minutesOf(time);
    if (!exists || (time !== undefined && minutes === null)) return null;
    return { kind: 'date', year, month, day, minutes };
  }
  const [, name = '', at = ''] = /^([a-z]+) (\S+)$/i.exec(text) ?? [];
  const weekday = weekdays.indexOf(name.toLowerCase() as Weekday);
  const minutes = minutesOf(weekday < 0 ? text : at);
  if (minutes === null) return null;
  return weekday < 0 ? { kind: 'time', minutes } : { kind: 'weekday', weekday, minutes };
}
