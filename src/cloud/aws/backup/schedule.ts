const hour = 1;
const day = 24 * hour;
const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const weekdays = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

/** Two years that hold every shape of month: no schedule that repeats has a gap that is not seen here. */
const from = Date.UTC(2027, 0, 1);
const days = 365 + 366;

/** What AWS Backup does where a rule names no schedule. */
export const usualSchedule = 'cron(0 5 ? * * *)';

/** Values of one field of a cron expression; null: not understood. */
function valuesOf(field: string, least: number, most: number, names: readonly string[]): Set<number> | null {
  const values = new Set<number>();
  const numbered = (text: string): number => {
    const named = names.indexOf(text.toUpperCase());
    if (named >= 0) return named + least;
    return /^\d+$/.test(text) ? Number(text) : Number.NaN;
  };
  for (const part of field.split(',')) {
    const [range = '', step = '1'] = part.split('/');
    const isAny = range === '*' || range === '?';
    const [first = '', last] = isAny ? [String(least), String(most)] : range.split('-');
    const start = numbered(first);
    const end = last !== undefined ? numbered(last) : part.includes('/') ? most : start;
    const by = Number(step);
    if (!(start >= least && end <= most && start <= end && by >= 1)) return null;
    for (let value = start; value <= end; value += by) values.add(value);
  }
  return values;
}

type OnDay = (date: Date) => boolean;

const lastOf = (date: Date) =>
  new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();

function dayOfMonth(field: string): OnDay | null {
  if (field === 'L') return (date) => date.getUTCDate() === lastOf(date);
  const values = valuesOf(field, 1, 31, []);
  return values && ((date) => values.has(date.getUTCDate()));
}

function dayOfWeek(field: string): OnDay | null {
  const [, name = '', last, nth] = /^(\w{1,3}?)(?:(L)|#([1-5]))$/.exec(field) ?? [];
  if (last ?? nth) {
    const [only] = valuesOf(name, 1, 7, weekdays) ?? [];
    if (only === undefined) return null;
    return (date) =>
      date.getUTCDay() + 1 === only &&
      (last ? date.getUTCDate() > lastOf(date) - 7 : Math.ceil(date.getUTCDate() / 7) === Number(nth));
  }
  const values = valuesOf(field === 'L' ? '7' : field, 1, 7, weekdays);
  return values && ((date) => values.has(date.getUTCDay() + 1));
}

/**
 * The longest time between two runs of a schedule, in hours; null: it was not understood. Minutes do not count: a run in an
 * hour is a run. One that does not come twice in two years has the length of those years.
 */
export function longestGapHours(expression: string): number | null {
  const [, count, unit] = /^rate\(\s*(\d+)\s+(minute|hour|day)s?\s*\)$/.exec(expression.trim()) ?? [];
  if (count && unit)
    return Number(count) * { minute: hour / 60, hour, day }[unit as 'minute' | 'hour' | 'day'];
  const fields = /^cron\((.*)\)$/.exec(expression.trim())?.[1]?.trim().split(/\s+/) ?? [];
  const [minute = '', hours = '', onDate = '', month = '', onWeekday = '', year = '*'] = fields;
  if (fields.length < 5 || fields.length > 6 || !['*', '?'].includes(year)) return null;
  const atHours = valuesOf(hours, 0, 23, []);
  const inMonths = valuesOf(month, 1, 12, months);
  const dates = dayOfMonth(onDate);
  const week = dayOfWeek(onWeekday);
  if (!valuesOf(minute, 0, 59, []) || !atHours || !inMonths || !dates || !week) return null;
  let [previous, longest, runs]: [number | null, number, number] = [null, 0, 0];
  for (let index = 0; index < days; index++) {
    const date = new Date(from + index * 86_400_000);
    if (!inMonths.has(date.getUTCMonth() + 1) || !dates(date) || !week(date)) continue;
    for (const at of [...atHours].sort((a, b) => a - b)) {
      const now = index * day + at;
      if (previous !== null) longest = Math.max(longest, now - previous);
      previous = now;
      runs++;
    }
  }
  return runs < 2 ? days * day : longest;
}
