import { describe, expect, it } from 'vitest';
import type { Leases, ProcessMark } from '../../src/domain/store.ts';
import { freshly, hour, type Open, processMark } from './store-samples.ts';

const other: ProcessMark = { host: 'here', pid: 7, instance: 'second' };
const unasked = () => {
  throw new Error('nobody asked whether it is dead');
};

export function testLeases(open: Open): void {
  describe('leases', () => {
    const kept = freshly(open);
    const leases = () => kept.store.leases;
    type Lease = Parameters<Leases['take']>[0];
    const take = (owner: string, over: Partial<Lease> = {}) =>
      leases().take({ key: 'k', owner, process: processMark, at: hour(1), until: hour(2), ...over });

    it('gives a free key to one of a hundred', async () => {
      const fences = await Promise.all(Array.from({ length: 100 }, (_, i) => take(`owner ${i}`)));
      expect(fences.filter((fence) => fence !== null)).toEqual([1]);
      expect(await leases().holder('k', hour(1))).toBe(`owner ${fences.indexOf(1)}`);
    });

    it('keeps the fence of an owner who renews, and takes the new end', async () => {
      expect(await take('a')).toBe(1);
      expect(await take('a', { until: hour(5), dead: unasked })).toBe(1);
      expect(await leases().holder('k', hour(4))).toBe('a');
      expect(await take('a', { at: hour(4), until: hour(6) })).toBe(1);
    });

    it('lets another in when it lapses, and not before', async () => {
      await take('a', { until: hour(2) });
      expect(await take('b', { at: new Date(Date.parse(hour(2)) - 1).toISOString() })).toBeNull();
      expect(await take('b', { at: hour(2), until: hour(3), dead: unasked })).toBe(2);
      expect(await take('a', { at: hour(2), until: hour(3) })).toBeNull();
    });

    it('stays with an owner who comes late, if nobody else came', async () => {
      await take('a');
      expect(await leases().holds('k', 'a', 1)).toBe(true);
      expect(await take('a', { at: hour(9), until: hour(10), dead: unasked })).toBe(1);
    });

    it('refuses what an earlier holder does late', async () => {
      const fence = (await take('a')) ?? 0;
      await take('b', { at: hour(2), until: hour(3) });
      expect(await leases().holds('k', 'a', fence)).toBe(false);
      expect(await leases().holds('k', 'b', 2)).toBe(true);
      expect(await take('a', { at: hour(3), until: hour(4) })).toBe(3);
      expect(await leases().holds('k', 'a', fence)).toBe(false);
    });

    it('asks after the process of another owner, and takes over from a dead one', async () => {
      const asked: ProcessMark[] = [];
      const judge = (dead: boolean) => (mark: ProcessMark) => {
        asked.push(mark);
        return dead;
      };
      expect(await take('a', { dead: unasked })).toBe(1);
      expect(await take('b', { process: other, dead: judge(false) })).toBeNull();
      expect(await take('b', { process: other, dead: judge(true) })).toBe(2);
      expect(await take('c', { dead: judge(false) })).toBeNull();
      expect(asked).toEqual([processMark, processMark, other]);
    });

    it('takes a restarted process for another holder of the same name', async () => {
      expect(await take('a')).toBe(1);
      expect(await take('a', { process: other, dead: unasked })).toBe(2);
      expect(await leases().holds('k', 'a', 1)).toBe(false);
    });

    it('frees what it is told to, and the next holder has a greater fence', async () => {
      for (const key of ['k', 'l', 'm']) await take('a', { key });
      await take('b', { key: 'n' });
      await leases().release('a', ['k', 'n']);
      expect(await leases().holds('k', 'a', 1)).toBe(false);
      expect(await leases().holder('k', hour(1))).toBeNull();
      expect(await leases().holder('l', hour(1))).toBe('a');
      expect(await leases().holder('n', hour(1))).toBe('b');
      await leases().release('a', []);
      expect(await leases().holder('l', hour(1))).toBe('a');
      await leases().release('a');
      expect(await leases().holder('l', hour(1))).toBeNull();
      expect(await leases().holder('m', hour(1))).toBeNull();
      expect(await leases().holder('n', hour(1))).toBe('b');
      expect(await take('b', { dead: unasked })).toBe(2);
      await leases().release('b');
      expect(await take('b')).toBe(3);
    });

    it('says who holds it, until it lapses', async () => {
      expect(await leases().holder('k', hour(1))).toBeNull();
      await take('a', { until: hour(2) });
      expect(await leases().holder('k', new Date(Date.parse(hour(2)) - 1).toISOString())).toBe('a');
      expect(await leases().holder('k', hour(2))).toBeNull();
    });

    it('holds one key, one owner, one fence', async () => {
      await take('a');
      expect(await leases().holds('k', 'a', 1)).toBe(true);
      expect(await leases().holds('k', 'a', 2)).toBe(false);
      expect(await leases().holds('k', 'b', 1)).toBe(false);
      expect(await leases().holds('l', 'a', 1)).toBe(false);
    });

    it('is kept over a restart, and not when its transaction failed', async () => {
      await take('a');
      const work = kept.store.transaction(async (tx) => {
        await tx.leases.release('a');
        const lease = { key: 'l', owner: 'b', process: other, at: hour(1), until: hour(2) };
        expect(await tx.leases.take(lease)).toBe(1);
        throw new Error('no');
      });
      await expect(work).rejects.toThrow('no');
      const store = await kept.reopen();
      expect(await store.leases.holds('k', 'a', 1)).toBe(true);
      expect(await store.leases.holder('l', hour(1))).toBeNull();
    });
  });
}
