import { describe, expect, test } from 'vitest';
import { freezeWindows, readFreeze, type WrittenFreeze } from '../../src/time/freeze-windows.ts';

const freeze = (more: Partial<WrittenFreeze>): WrittenFreeze => ({
  name: 'a freeze',
  from: '2026-12-20',
  to: '2027-01-03',
  timezone: 'America/New_York',
  ...more,
});
function until(written: Partial<WrittenFreeze>, at: string): string | null {
  const [window] = freezeWindows([freeze(written)]);
  return window?.until(new Date(at))?.replace(/:00\.000Z$/, 'Z') ?? null;
}

describe('between two dates, over New Year; the last day is within', () => {
  test.each([
    ['the last second before', '2026-12-20T04:59:59Z', null],
    ['the first', '2026-12-20T05:00:00Z', '2027-01-04T05:00Z'],
    ['New Year', '2027-01-01T05:00:00Z', '2027-01-04T05:00Z'],
    ['the last second', '2027-01-04T04:59:59Z', '2027-01-04T05:00Z'],
    ['the first second after', '2027-01-04T05:00:00Z', null],
    ['a year later', '2027-12-25T12:00:00Z', null],
  ])('%s', (_when, at, end) => expect(until({}, at)).toBe(end));

  test.each([
    ['2026-12-24T20:59:59Z', null],
    ['2026-12-24T21:00:00Z', '2026-12-27T13:00Z'],
    ['2026-12-27T12:59:59Z', '2026-12-27T13:00Z'],
    ['2026-12-27T13:00:00Z', null],
  ])('with times: %s', (at, end) =>
    expect(until({ from: '2026-12-24 16:00', to: '2026-12-27 08:00' }, at)).toBe(end),
  );
});

describe('every weekend, Friday 16:00 to Monday 08:00', () => {
  const weekend = { from: 'friday 16:00', to: 'Monday 08:00' };
  test.each([
    ['Friday 15:59', '2026-11-20T20:59:59Z', null],
    ['Friday 16:00', '2026-11-20T21:00:00Z', '2026-11-23T13:00Z'],
    ['Saturday', '2026-11-21T12:00:00Z', '2026-11-23T13:00Z'],
    ['Sunday at midnight', '2026-11-22T05:00:00Z', '2026-11-23T13:00Z'],
    ['Monday 07:59', '2026-11-23T12:59:59Z', '2026-11-23T13:00Z'],
    ['Monday 08:00', '2026-11-23T13:00:00Z', null],
    ['Wednesday', '2026-11-25T12:00:00Z', null],
    ['over New Year', '2027-01-02T12:00:00Z', '2027-01-04T13:00Z'],
    ['when the clocks go forward: begins in winter time', '2026-03-06T21:00:00Z', '2026-03-09T12:00Z'],
    ['when they go back: begins in summer time', '2026-10-30T20:00:00Z', '2026-11-02T13:00Z'],
    ['when they go back: a second before', '2026-10-30T19:59:59Z', null],
    ['when they go back: the last second', '2026-11-02T12:59:59Z', '2026-11-02T13:00Z'],
  ])('%s', (_when, at, end) => expect(until(weekend, at)).toBe(end));

  test('may begin and end on the same weekday, almost a week apart', () => {
    const almost = { from: 'monday 12:00', to: 'monday 08:00', timezone: 'UTC' };
    expect(until(almost, '2026-11-23T11:59:59Z')).toBeNull();
    expect(until(almost, '2026-11-23T12:00:00Z')).toBe('2026-11-30T08:00Z');
    expect(until(almost, '2026-11-30T07:59:59Z')).toBe('2026-11-30T08:00Z');
    expect(until(almost, '2026-11-30T08:00:00Z')).toBeNull();
  });
});

describe('on some days, 22:00 to 06:00', () => {
  const nights = { from: '22:00', to: '06:00', days: ['friday', 'saturday'], timezone: 'UTC' } as const;
  test.each([
    ['Friday 05:00, which is of Thursday', '2026-11-20T05:00:00Z', null],
    ['Friday 21:59', '2026-11-20T21:59:59Z', null],
    ['Friday 22:00', '2026-11-20T22:00:00Z', '2026-11-21T06:00Z'],
    ['Saturday 05:59', '2026-11-21T05:59:59Z', '2026-11-21T06:00Z'],
    ['Saturday 06:00', '2026-11-21T06:00:00Z', null],
    ['Sunday 05:00, which is of Saturday', '2026-11-22T05:00:00Z', '2026-11-22T06:00Z'],
    ['Sunday 22:00', '2026-11-22T22:00:00Z', null],
  ])('%s', (_when, at, end) => expect(until(nights, at)).toBe(end));

  test('days that touch are one freeze', () => {
    const days = { from: '00:00', to: '24:00', days: ['saturday', 'sunday'], timezone: 'UTC' } as const;
    expect(until(days, '2026-11-20T23:59:59Z')).toBeNull();
    expect(until(days, '2026-11-21T00:00:00Z')).toBe('2026-11-23T00:00Z');
    expect(until(days, '2026-11-23T00:00:00Z')).toBeNull();
  });

  test('without days it is every day', () => {
    expect(until({ from: '12:00', to: '13:00', timezone: 'UTC' }, '2026-11-24T12:30:00Z')).toBe(
      '2026-11-24T13:00Z',
    );
  });
});

describe('what cannot be read is told, and by which setting', () => {
  test.each([
    [{ from: 'christmas' }, 'from', /is no time: write two dates/],
    [{ to: '2026-02-30' }, 'to', /is no time/],
    [{ from: '2027-01-04', to: '2027-01-03' }, 'to', /comes before/],
    [{ from: '2027-01-03', to: '2027-01-03 00:00' }, 'to', /comes before/],
    [{ to: 'monday 08:00' }, 'to', /does not go with/],
    [{ from: 'friday 16:00', to: 'friday 16:00' }, 'to', /same moment/],
    [{ from: '22:00', to: '22:00' }, 'to', /whole day is 00:00 to 24:00/],
    [{ days: ['friday'] }, 'days', /times of day only/],
  ] as const)('%j', (more, wrong, says) => {
    expect(readFreeze(freeze(more))).toEqual({ wrong, says: expect.stringMatching(says) });
    expect(() => freezeWindows([freeze(more)])).toThrow(/was not checked/);
  });

  test('one day alone is fine', () => {
    expect(until({ from: '2026-12-24', to: '2026-12-24', timezone: 'UTC' }, '2026-12-24T23:59:59Z')).toBe(
      '2026-12-25T00:00Z',
    );
  });
});
