import type { FreezeWindow } from '../domain/freeze.ts';
import { type Weekday, type Written, weekdays, written } from './written-time.ts';
import { between, coveredUntil, type Stretches, weekly } from './zone-windows.ts';

/** As the configuration writes it: two dates, two weekdays with their times, or two times of day on some days. */
export interface WrittenFreeze {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly days?: readonly Weekday[] | undefined;
  readonly timezone: string;
}

type Read =
  | { readonly stretches: Stretches }
  | { readonly wrong: 'from' | 'to' | 'days'; readonly says: string };

const forms = 'two dates (2026-12-24), two weekdays (friday 16:00) or two times of day (22:00)';
const dayMinutes = 24 * 60;

function dated(from: Written & { kind: 'date' }, to: Written & { kind: 'date' }, zone: string): Read {
  const whole = between(
    { ...from, minutes: from.minutes ?? 0 },
    // A day alone as the end is meant to be over when the freeze is.
    { ...to, minutes: to.minutes ?? dayMinutes },
    zone,
  );
  if (whole.to <= whole.from)
    return { wrong: 'to', says: 'comes before `from`: the freeze would never begin' };
  return { stretches: () => [whole] };
}

/** Reads a window; says what is wrong with which of its settings. */
export function readFreeze({ from, to, days, timezone }: WrittenFreeze): Read {
  const [begin, end] = [written(from), written(to)];
  if (begin === null) return { wrong: 'from', says: `is no time: write ${forms}` };
  if (end === null) return { wrong: 'to', says: `is no time: write ${forms}` };
  if (begin.kind !== 'time' && days !== undefined)
    return {
      wrong: 'days',
      says: 'goes with times of day only: take it out, or write `from` and `to` as 16:00',
    };
  if (begin.kind === 'date' && end.kind === 'date') return dated(begin, end, timezone);
  if (begin.kind === 'weekday' && end.kind === 'weekday') {
    const ahead = (end.weekday - begin.weekday + 7) % 7;
    if (ahead === 0 && end.minutes === begin.minutes)
      return { wrong: 'to', says: 'is the same moment as `from`: the freeze would never end' };
    const span = ahead === 0 && end.minutes < begin.minutes ? 7 : ahead;
    return { stretches: weekly([begin.weekday], begin.minutes, span, end.minutes, timezone) };
  }
  if (begin.kind === 'time' && end.kind === 'time') {
    if (end.minutes === begin.minutes)
      return { wrong: 'to', says: 'is the same time as `from`; a whole day is 00:00 to 24:00' };
    const on = (days ?? weekdays).map((day) => weekdays.indexOf(day));
    const span = end.minutes > begin.minutes ? 0 : 1;
    return { stretches: weekly(on, begin.minutes, span, end.minutes, timezone) };
  }
  return { wrong: 'to', says: `does not go with \`from\`: write ${forms}` };
}

/** The windows as the engine asks them. What the configuration's check let through can be read. */
export const freezeWindows = (list: readonly WrittenFreeze[]): readonly FreezeWindow[] =>
  list.flatMap((freeze) => {
    const read = readFreeze(freeze);
    if (!('stretches' in read)) throw new Error(`the freeze ${freeze.name} was not checked: ${read.says}`);
    return [{ name: freeze.name, until: (at: Date) => coveredUntil(read.stretches, at) }];
  });
