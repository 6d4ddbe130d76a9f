import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { Gate } from '../../../src/cloud/aws/gate.ts';

/** Calls that end when they are told to. */
function calls(gate: Gate) {
  const open: (() => void)[] = [];
  let most = 0;
  let tooMany = 0;
  const begun: number[] = [];
  return {
    begun,
    /** Calls that began although as many as allowed were under way. */
    tooMany: () => tooMany,
    inFlight: () => open.length,
    most: () => most,
    start(n: number, from = 0): Promise<unknown> {
      return Promise.all(
        Array.from({ length: n }, (_, i) =>
          gate.run(async () => {
            begun.push(from + i);
            if (open.length >= gate.limit) tooMany++;
            await new Promise<void>((end) => {
              open.push(end);
              most = Math.max(most, open.length);
            });
          }),
        ),
      );
    },
    async end(n: number): Promise<void> {
      for (const end of open.splice(0, n)) end();
      for (let i = 0; i < 5; i++) await turn();
    },
  };
}

describe('the ceiling', () => {
  test('is never passed, and everybody comes through, first come first', async () => {
    const gate = new Gate(4);
    const made = calls(gate);
    const all = made.start(30);
    for (let i = 0; i < 30; i++) {
      await made.end(1);
      expect(made.inFlight()).toBeLessThanOrEqual(4);
    }
    await all;
    expect(made.most()).toBe(4);
    expect(made.begun).toEqual(Array.from({ length: 30 }, (_, i) => i));
  });

  test('a call that fails gives its place back', async () => {
    const gate = new Gate(1);
    await expect(gate.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await gate.run(async () => 'yes')).toBe('yes');
  });
});

describe('the limit', () => {
  const after = (ceiling: number, ...events: ('throttled' | 'answered')[]) => {
    const gate = new Gate(ceiling);
    for (const event of events) gate[event]();
    return gate.limit;
  };
  const times = <T>(n: number, event: T): T[] => Array<T>(n).fill(event);

  test.each([
    ['starts at the ceiling', 16, [], 16],
    ['halves when AWS throttles', 16, times(1, 'throttled'), 8],
    ['halves again', 16, times(2, 'throttled'), 4],
    ['rounds down', 5, times(1, 'throttled'), 2],
    ['is never less than one', 16, times(9, 'throttled'), 1],
    ['is one for a ceiling of one', 1, times(1, 'throttled'), 1],
    ['stays for a round that is not full', 16, [...times(1, 'throttled'), ...times(7, 'answered')], 8],
    ['grows by one for each full round', 16, [...times(1, 'throttled'), ...times(8, 'answered')], 9],
    ['needs a longer round the higher it is', 16, [...times(1, 'throttled'), ...times(8 + 8, 'answered')], 9],
    ['grows again after the longer round', 16, [...times(1, 'throttled'), ...times(8 + 9, 'answered')], 10],
    [
      'counts a round anew after a throttle',
      8,
      [...times(1, 'throttled'), ...times(3, 'answered'), ...times(1, 'throttled'), 'answered'],
      2,
    ],
    ['never passes the ceiling', 2, [...times(1, 'throttled'), ...times(99, 'answered')], 2],
  ] as const)('%s', (_, ceiling, events, limit) => {
    expect(after(ceiling, ...(events as ('throttled' | 'answered')[]))).toBe(limit);
  });

  test('a lower one lets what is under way end, and holds the others back', async () => {
    const gate = new Gate(8);
    const made = calls(gate);
    const all = made.start(20);
    await made.end(0);
    gate.throttled();
    expect(made.inFlight()).toBe(8);
    await made.end(5);
    expect(made.inFlight()).toBe(4);
    await made.end(1);
    expect(made.inFlight()).toBe(4);
    while (made.inFlight() > 0) await made.end(made.inFlight());
    await all;
    expect(made.begun).toHaveLength(20);
  });

  test('a higher one wakes somebody who waits', async () => {
    const gate = new Gate(4);
    gate.throttled();
    const made = calls(gate);
    const all = made.start(6);
    await made.end(0);
    expect(made.inFlight()).toBe(2);
    gate.answered();
    gate.answered();
    await made.end(0);
    expect(made.inFlight()).toBe(3);
    while (made.inFlight() > 0) await made.end(1);
    await all;
  });
});

test('a random walk: nobody begins above the limit, and nobody is forgotten', async () => {
  let seed = 7;
  const random = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 2_147_483_648;
  };
  const gate = new Gate(6);
  const made = calls(gate);
  const batches: Promise<unknown>[] = [];
  for (let step = 0; step < 400; step++) {
    const dice = random();
    if (dice < 0.3) batches.push(made.start(1 + Math.floor(random() * 3)));
    else if (dice < 0.4) gate.throttled();
    else if (dice < 0.6) gate.answered();
    else await made.end(1);
    await made.end(0);
  }
  while (made.inFlight() > 0) await made.end(made.inFlight());
  await Promise.all(batches);
  expect(made.tooMany()).toBe(0);
  expect(made.begun.length).toBeGreaterThan(150);
});
