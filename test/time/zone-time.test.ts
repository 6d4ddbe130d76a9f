import { describe, expect, test } from 'vitest';
import { dayIn, momentOf, wallTime } from '../../src/time/zone-time.ts';

const newYork = 'America/New_York';
const at = (year: number, month: number, day: number, hour = 0, minute = 0) => ({
  year,
  month,
  day,
  minutes: hour * 60 + minute,
});
const iso = (ms: number) => new Date(ms).toISOString().replace(/:00\.000Z$/, 'Z');

test.each([
  ['2026-11-20T12:34:56Z', 'UTC', [2026, 11, 20, 5, 754]],
  ['2026-11-20T04:59:59Z', newYork, [2026, 11, 19, 4, 1439]],
  ['2026-11-20T05:00:00Z', newYork, [2026, 11, 20, 5, 0]],
  ['2026-12-31T18:29:00Z', 'Asia/Kolkata', [2026, 12, 31, 4, 1439]],
  ['2026-12-31T18:30:00Z', 'Asia/Kolkata', [2027, 1, 1, 5, 0]],
  ['2026-12-31T12:00:00Z', 'Pacific/Auckland', [2027, 1, 1, 5, 60]],
  ['2028-02-29T12:00:00Z', 'UTC', [2028, 2, 29, 2, 720]],
])('%s on the wall in %s', (instant, zone, [year, month, day, weekday, minutes]) => {
  expect(wallTime(new Date(instant), zone)).toEqual({ year, month, day, weekday, minutes });
});

describe('the moment of a time on the wall', () => {
  test.each([
    ['winter', at(2026, 1, 15, 9), newYork, '2026-01-15T14:00Z'],
    ['summer', at(2026, 7, 15, 9), newYork, '2026-07-15T13:00Z'],
    ['the end of a day', at(2026, 12, 31, 24), newYork, '2027-01-01T05:00Z'],
    ['a day before the first of a month', at(2026, 3, 0, 9), 'UTC', '2026-02-28T09:00Z'],
    ['the minute before the clocks go forward', at(2026, 3, 8, 1, 59), newYork, '2026-03-08T06:59Z'],
    ['the minute after', at(2026, 3, 8, 3, 0), newYork, '2026-03-08T07:00Z'],
    ['the minute before the hour that comes twice', at(2026, 11, 1, 0, 59), newYork, '2026-11-01T04:59Z'],
    ['the minute after it', at(2026, 11, 1, 2, 0), newYork, '2026-11-01T07:00Z'],
    ['half-hour zones', at(2026, 5, 1, 0), 'Asia/Kolkata', '2026-04-30T18:30Z'],
    ['the far side of the date line', at(2026, 1, 1), 'Pacific/Kiritimati', '2025-12-31T10:00Z'],
  ])('in %s', (_when, wall, zone, instant) => {
    expect([momentOf(wall, zone, 'first'), momentOf(wall, zone, 'last')].map(iso)).toEqual([
      instant,
      instant,
    ]);
  });

  test('that comes twice has two, an hour apart', () => {
    const wall = at(2026, 11, 1, 1, 30);
    expect(iso(momentOf(wall, newYork, 'first'))).toBe('2026-11-01T05:30Z');
    expect(iso(momentOf(wall, newYork, 'last'))).toBe('2026-11-01T06:30Z');
  });

  test('that never comes lies on both sides of the change', () => {
    const wall = at(2026, 3, 8, 2, 30);
    expect(iso(momentOf(wall, newYork, 'first'))).toBe('2026-03-08T06:30Z');
    expect(iso(momentOf(wall, newYork, 'last'))).toBe('2026-03-08T07:30Z');
  });

  test('of every half hour of two years reads back as it was', () => {
    for (const zone of [newYork, 'Europe/Berlin', 'Australia/Lord_Howe', 'America/St_Johns'])
      for (let ms = Date.UTC(2026, 0, 1); ms < Date.UTC(2028, 0, 1); ms += 53 * 30 * 60_000) {
        const wall = wallTime(new Date(ms), zone);
        expect([momentOf(wall, zone, 'first'), momentOf(wall, zone, 'last')]).toContain(ms);
      }
  });
});

test.each([
  ['America/New_York', '2026-11-20'],
  ['UTC', '2026-11-21'],
  ['Asia/Tokyo', '2026-11-21'],
])('the day in %s', (zone, day) => expect(dayIn(new Date('2026-11-21T01:00:00Z'), zone)).toBe(day));
