import { describe, expect, it } from 'vitest';
import { createCache, createOnce } from '#src/chat/cache';

const clock = () => {
  let ms = 0;
  return { now: () => ms, pass: (more: number) => (ms += more) };
};

describe('what is remembered', () => {
  it('is asked again after its time, and never after a failure', async () => {
    const { now, pass } = clock();
    const cache = createCache<number>(1000, 10, now);
    let asked = 0;
    const learn = async () => ++asked;
    await expect(cache.get('a', () => Promise.reject(new Error('no')))).rejects.toThrow();
    expect(await cache.get('a', learn)).toBe(1);
    pass(999);
    expect(await cache.get('a', learn)).toBe(1);
    pass(1);
    expect(await cache.get('a', learn)).toBe(2);
  });

  it('is forgotten when told so, the question that is under way too', async () => {
    const cache = createCache<string>(1000, 10);
    await cache.get('a', async () => 'old');
    cache.forget('a');
    expect(cache.peek('a')).toBeUndefined();
    let answer: (value: string) => void = () => {};
    const slow = cache.get('a', () => new Promise<string>((resolve) => (answer = resolve)));
    cache.forget('a');
    expect(await cache.get('a', async () => 'new')).toBe('new');
    answer('late');
    expect([await slow, cache.peek('a')]).toEqual(['late', 'new']);
  });

  it('is bounded', async () => {
    const cache = createCache<string>(1000, 2);
    for (const key of ['a', 'b', 'c']) await cache.get(key, async () => key);
    expect(['a', 'b', 'c'].map((key) => cache.peek(key))).toEqual([undefined, 'b', 'c']);
    const once = createOnce(2);
    expect(['a', 'a', 'b', 'c', 'a'].map(once)).toEqual([true, false, true, true, true]);
  });
});
