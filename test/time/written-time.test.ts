import { expect, test } from 'vitest';
import { written } from '../../src/time/written-time.ts';

test.each([
  ['16:00', { kind: 'time', minutes: 960 }],
  ['7:05', { kind: 'time', minutes: 425 }],
  ['00:00', { kind: 'time', minutes: 0 }],
  ['23:59', { kind: 'time', minutes: 1439 }],
  ['24:00', { kind: 'time', minutes: 1440 }],
  ['24:01', null],
  ['12:60', null],
  ['4pm', null],
  ['friday 16:00', { kind: 'weekday', weekday: 5, minutes: 960 }],
  ['Sunday 00:00', { kind: 'weekday', weekday: 0, minutes: 0 }],
  ['fri 16:00', null],
  ['friday', null],
  ['friday 25:00', null],
  ['2026-12-24', { kind: 'date', year: 2026, month: 12, day: 24, minutes: null }],
  ['2026-12-24 16:00', { kind: 'date', year: 2026, month: 12, day: 24, minutes: 960 }],
  ['2026-12-24T16:00', { kind: 'date', year: 2026, month: 12, day: 24, minutes: 960 }],
  ['2026-02-28', { kind: 'date', year: 2026, month: 2, day: 28, minutes: null }],
  ['2026-02-29', null],
  ['2028-02-29', { kind: 'date', year: 2028, month: 2, day: 29, minutes: null }],
  ['2026-13-01', null],
  ['24.12.2026', null],
  ['', null],
])('%j', (text, read) => expect(written(text)).toEqual(read));
