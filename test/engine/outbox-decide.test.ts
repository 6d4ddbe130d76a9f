import { describe, expect, it } from 'vitest';
import type { Channel } from '#src/domain/message';
import { backOffMs, decide } from '#src/engine/outbox/decide';
import { createPacer } from '#src/engine/outbox/pace';

const now = new Date('2026-06-01T08:00:00.000Z');
const later = (ms: number) => new Date(now.getTime() + ms).toISOString();
const tried = (attempts: number) => ({ attempts });

describe('what follows from an attempt', () => {
  it('an order to wait is obeyed to the millisecond', () => {
    const outcome = { outcome: 'later', afterMs: 7000, because: 'rate limited' } as const;
    expect(decide(outcome, tried(9), now, 0.5)).toEqual({
      move: 'retry',
      notBefore: later(7000),
      because: 'rate limited',
    });
  });

  it.each([
    [1, 500],
    [2, 1000],
    [4, 4000],
    [9, 128_000],
    [10, 150_000],
    [99, 150_000],
  ])('after attempt %i without one, half of the jitter is %i ms', (attempts, ms) => {
    const outcome = { outcome: 'later', afterMs: 0, because: 'network' } as const;
    expect(decide(outcome, tried(attempts), now, 0.5)).toMatchObject({ notBefore: later(ms) });
  });

  it('the jitter is full, but never nothing', () => {
    expect(backOffMs(5, 0)).toBe(200);
    expect(backOffMs(5, 0.999)).toBe(15_984);
  });

  it('a network that is down is waited out, however long', () => {
    expect(decide({ outcome: 'later', afterMs: 0, because: 'x' }, tried(10_000), now, 0.5).move).toBe(
      'retry',
    );
  });

  it('what breaks the adapter each time is given up: it would hold up its channel', () => {
    const broken = { outcome: 'broken', because: 'x is undefined' } as const;
    expect(decide(broken, tried(11), now, 0.5).move).toBe('retry');
    expect(decide(broken, tried(12), now, 0.5)).toEqual({ move: 'fail', because: 'x is undefined' });
  });

  it('a refusal is final', () => {
    expect(decide({ outcome: 'refused', because: 'is_archived' }, tried(1), now, 0.5)).toEqual({
      move: 'fail',
      because: 'is_archived',
    });
  });
});

describe('the pace', () => {
  const channel = (id: string, more: Partial<Channel> = {}): Channel => ({
    platform: 'slack',
    team: 'T',
    id,
    ...more,
  });
  const pacer = () => createPacer({ postEveryMs: 1000, updateEveryMs: 1200 });
  const post = (id: string, more?: Partial<Channel>) =>
    ({ kind: 'post', channel: channel(id, more) }) as const;

  it('is one post a second in a channel and its threads; other channels do not wait', () => {
    const it = pacer();
    expect(it.waitMs(post('C1'), 0)).toBe(0);
    it.spend(post('C1'), 0);
    expect(it.waitMs(post('C1'), 999)).toBe(1);
    expect(it.waitMs(post('C1', { thread: '1.1' }), 1)).toBe(999);
    expect(it.waitMs(post('C1'), 1000)).toBe(0);
    expect(it.waitMs(post('C2'), 1)).toBe(0);
  });

  it('edits have a budget of their own', () => {
    const it = pacer();
    it.spend(post('C1'), 0);
    const edit = { kind: 'update', channel: channel('C1') } as const;
    expect(it.waitMs(edit, 1)).toBe(0);
    it.spend(edit, 1);
    expect(it.waitMs(edit, 1200)).toBe(1);
    expect(it.waitMs(edit, 1201)).toBe(0);
  });

  it('a terminal takes whatever comes', () => {
    const it = pacer();
    it.spend(post('t', { platform: 'terminal' }), 0);
    expect(it.waitMs(post('t', { platform: 'terminal' }), 0)).toBe(0);
  });

  it('a clock set back holds nobody', () => {
    const it = pacer();
    it.spend(post('C1'), 1_000_000);
    expect(it.waitMs(post('C1'), 0)).toBe(0);
  });
});
