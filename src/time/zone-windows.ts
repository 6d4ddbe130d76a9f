import type { Instant } from '../domain/finding.ts';
import { momentOf, type WallTime, wallTime } from './zone-time.ts';

/** One stretch of time, its end not within. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Stretches that may hold the moment or begin before it; others in the list do no harm. */
export type Stretches = (around: number) => readonly Stretch[];

/** So many neighbours at most are joined: one that never ends must not be looked at for ever. */
const mostJoined = 60;

/**
 * Until when the moment is covered; null if it is not. What ends as the next begins is one stretch.
 */
export function coveredUntil(stretches: Stretches, at: Date): Instant | null {
  let end: number | null = null;
  for (let n = 0, moment = at.getTime(); n < mostJoined; n++) {
    const here = stretches(moment).filter(({ from, to }) => from <= moment && moment < to);
    if (here.length === 0) break;
    end = moment = Math.max(...here.map(({ to }) => to));
  }
  return end === null ? null : new Date(end).toISOString();
}

/** Between two times on the wall, written down once. The stretch is never shorter than what was written. */
export const between = (
  from: Omit<WallTime, 'weekday'>,
  to: Omit<WallTime, 'weekday'>,
  zone: string,
): Stretch => ({ from: momentOf(from, zone, 'first'), to: momentOf(to, zone, 'last') });

/** Every week: begins on these days at `fromMinutes`, and ends `days` days later at `toMinutes`. */
export function weekly(
  on: readonly number[],
  fromMinutes: number,
  days: number,
  toMinutes: number,
  zone: string,
): Stretches {
  return (around) => {
    const { year, month, day, weekday } = wallTime(new Date(around), zone);
    const out: Stretch[] = [];
    for (let back = -1; back <= days + 1; back++) {
      if (!on.includes((((weekday - back) % 7) + 7) % 7)) continue;
      const begun = { year, month, day: day - back, minutes: fromMinutes };
      out.push(between(begun, { year, month, day: day - back + days, minutes: toMinutes }, zone));
    }
    return out;
  };
}
