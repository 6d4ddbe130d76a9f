import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { eachOf, streamed } from '../../src/engine/limit.ts';

const settle = async () => {
  for (let i = 0; i < 10; i++) await turn();
};

/** Work that ends when it is told to. */
function bench() {
  const open = new Map<number, (error?: Error) => void>();
  const begun: number[] = [];
  let read = 0;
  return {
    begun,
    open,
    read: () => read,
    async *items(n: number, failAt?: number) {
      for (let i = 0; i < n; i++) {
        if (i === failAt) throw new Error('the stream broke');
        read++;
        yield i;
      }
    },
    work: (item: number) =>
      new Promise<void>((resolve, reject) => {
        begun.push(item);
        open.set(item, (error) => {
          open.delete(item);
          if (error) reject(error);
          else resolve();
        });
      }),
  };
}

describe('the width', () => {
  test('bounds what is under way, and how far the stream is read', async () => {
    const { items, work, open, begun, read } = bench();
    const all = eachOf(items(9), 3, work);
    await settle();
    expect([begun, read()]).toEqual([[0, 1, 2], 3]);
    open.get(1)?.();
    await settle();
    expect([begun, read()]).toEqual([[0, 1, 2, 3], 4]);
    while (open.size > 0) {
      for (const end of [...open.values()]) end();
      await settle();
      expect(open.size).toBeLessThanOrEqual(3);
    }
    await all;
    expect(begun).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test('of one is one after another', async () => {
    const seen: string[] = [];
    await eachOf(streamed(['a', 'b', 'c']), 1, async (item) => {
      seen.push(`${item} begins`);
      await turn();
      seen.push(`${item} ends`);
    });
    expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });
});

test('nothing to do is done at once', async () => {
  await eachOf(streamed([]), 4, () => Promise.reject(new Error('never')));
});

describe('a failure', () => {
  test('is told when what was begun has ended, and nothing more is begun', async () => {
    const { items, work, open, begun } = bench();
    let told: unknown;
    const all = eachOf(items(9), 3, work).catch((error) => {
      told = error;
    });
    await settle();
    open.get(0)?.(new Error('first'));
    await settle();
    open.get(1)?.(new Error('second'));
    await settle();
    expect([begun, told]).toEqual([[0, 1, 2], undefined]);
    open.get(2)?.();
    await all;
    expect(told).toMatchObject({ message: 'first' });
    expect(begun).toEqual([0, 1, 2]);
  });

  test('of the stream itself too: nothing goes on behind the back of whoever hears of it', async () => {
    const { items, work, open } = bench();
    let told: unknown;
    const all = eachOf(items(9, 2), 8, work).catch((error) => {
      told = error;
    });
    await settle();
    expect([[...open.keys()], told]).toEqual([[0, 1], undefined]);
    for (const end of [...open.values()]) end();
    await all;
    expect(told).toMatchObject({ message: 'the stream broke' });
  });

  test('that is thrown at once is a failure like any other', async () => {
    const boom = async () => {
      throw new Error('at once');
    };
    await expect(eachOf(streamed([1, 2, 3]), 2, boom)).rejects.toThrow('at once');
  });
});
