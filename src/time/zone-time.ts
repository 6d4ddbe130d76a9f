/** A moment as the clock on a wall shows it. `month` and `day` count from 1, `weekday` from 0 for Sunday. */
export interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
  /** Minutes since midnight. */
  readonly minutes: number;
}

const dayMs = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const kept = formats.get(zone);
  if (kept) return kept;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(zone, made);
  return made;
}

/** What the wall clock of the zone shows, written as if it were UTC. */
function shownMs(ms: number, zone: string): number {
  const parts = formatOf(zone).formatToParts(ms);
  const of = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((p) => p.type === type)?.value);
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
}

export function wallTime(at: Date, zone: string): WallTime {
  const shown = new Date(shownMs(at.getTime(), zone));
  return {
    year: shown.getUTCFullYear(),
    month: shown.getUTCMonth() + 1,
    day: shown.getUTCDate(),
    weekday: shown.getUTCDay(),
    minutes: shown.getUTCHours() * 60 + shown.getUTCMinutes(),
  };
}

/** The day on the calendar of the zone: 2026-11-20. */
export const dayIn = (at: Date, zone: string): string =>
  new Date(shownMs(at.getTime(), zone)).toISOString().slice(0, 10);

/**
 * When the wall clock of the zone shows this; days and minutes may run over, as in `Date.UTC`. A time that comes twice, or
 * never, when the clocks change has two answers: `first` the earlier one, `last` the later one.
 */
export function momentOf(
  { year, month, day, minutes }: Omit<WallTime, 'weekday'>,
  zone: string,
  which: 'first' | 'last',
): number {
  const wanted = Date.UTC(year, month - 1, day, 0, minutes);
  // Of the day before and of the day after: between them lies the change of the clocks, if there is one.
  const offsets = [wanted - dayMs, wanted + dayMs].map(
    (ms) => shownMs(ms, zone) - Math.floor(ms / 1000) * 1000,
  );
  const guesses = offsets.map((offset) => wanted - offset);
  const right = guesses.filter((ms) => shownMs(ms, zone) === wanted);
  const answers = right.length > 0 ? right : guesses;
  return which === 'first' ? Math.min(...answers) : Math.max(...answers);
}
