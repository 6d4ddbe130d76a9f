import { describe, expect, test } from 'vitest';
import { quietUntil } from '../../src/time/quiet-hours.ts';

const until = (from: string, to: string, timezone: string, at: string) =>
  quietUntil({ from, to, timezone }, new Date(at))?.replace(/:00\.000Z$/, 'Z') ?? null;

describe('at night, over midnight, 22:00 to 07:00 in New York', () => {
  test.each([
    ['the last minute of the evening', '2026-11-20T02:59:59Z', null],
    ['22:00', '2026-11-20T03:00:00Z', '2026-11-20T12:00Z'],
    ['midnight', '2026-11-20T05:00:00Z', '2026-11-20T12:00Z'],
    ['the last minute of the night', '2026-11-20T11:59:59Z', '2026-11-20T12:00Z'],
    ['07:00', '2026-11-20T12:00:00Z', null],
    ['noon', '2026-11-20T17:00:00Z', null],
    ['New Year', '2027-01-01T05:00:00Z', '2027-01-01T12:00Z'],
    ['the short night, before the change', '2026-03-08T06:59:00Z', '2026-03-08T11:00Z'],
    ['the short night, after it', '2026-03-08T07:00:00Z', '2026-03-08T11:00Z'],
    ['the long night, in the hour that comes twice', '2026-11-01T06:30:00Z', '2026-11-01T12:00Z'],
    ['the long night, its last minute', '2026-11-01T11:59:00Z', '2026-11-01T12:00Z'],
    ['the morning after the long night', '2026-11-01T12:00:00Z', null],
  ])('%s', (_when, at, end) => expect(until('22:00', '07:00', 'America/New_York', at)).toBe(end));
});

describe('at noon, 12:00 to 13:30', () => {
  test.each([
    ['11:59', '2026-11-20T11:59:59Z', null],
    ['12:00', '2026-11-20T12:00:00Z', '2026-11-20T13:30Z'],
    ['13:29', '2026-11-20T13:29:59Z', '2026-11-20T13:30Z'],
    ['13:30', '2026-11-20T13:30:00Z', null],
  ])('%s', (_when, at, end) => expect(until('12:00', '13:30', 'UTC', at)).toBe(end));
});

test('never flicker where an hour comes twice', () => {
  // 01:15 to 01:45 on the wall: by the clock alone it would be quiet twice, with half an hour of noise between.
  expect(until('01:15', '01:45', 'America/New_York', '2026-11-01T05:15:00Z')).toBe('2026-11-01T06:45Z');
  expect(until('01:15', '01:45', 'America/New_York', '2026-11-01T06:00:00Z')).toBe('2026-11-01T06:45Z');
  expect(until('01:15', '01:45', 'America/New_York', '2026-11-01T06:45:00Z')).toBe(null);
});

test('are not asked for', () => expect(quietUntil(undefined, new Date())).toBeNull());

test('end when they say they end, at any minute of two weeks with a change of the clocks', () => {
  for (const [from, to] of [
    ['22:00', '07:00'],
    ['01:30', '02:30'],
    ['00:00', '24:00'],
    ['02:30', '01:30'],
  ] as const)
    for (let ms = Date.UTC(2026, 9, 25); ms < Date.UTC(2026, 10, 8); ms += 47 * 60_000) {
      const hours = { from, to, timezone: 'America/New_York' };
      const end = quietUntil(hours, new Date(ms));
      if (end === null) continue;
      expect(Date.parse(end)).toBeGreaterThan(ms);
      if (from !== '00:00') expect(quietUntil(hours, new Date(end))).toBeNull();
    }
});
