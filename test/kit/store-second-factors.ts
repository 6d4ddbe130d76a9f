import { describe, expect, it } from 'vitest';
import { freshly, hour, type Open } from './store-samples.ts';

export function testSecondFactors(open: Open): void {
  describe('second factors', () => {
    const kept = freshly(open);
    const factors = () => kept.store.secondFactors;
    const fresh = {
      person: 'ann',
      sealed: 'v1.abc',
      confirmedAt: null,
      lastStep: 0,
      failures: 0,
      lockedUntil: null,
    };

    it('knows nobody who has not enrolled', async () => {
      expect(await factors().get('ann')).toBeNull();
      expect(await factors().spend('ann', 5, hour(1))).toBe(false);
      expect(await factors().fail('ann', hour(2))).toBe(0);
      expect(await factors().remove('ann')).toBe(false);
      expect(await factors().get('ann')).toBeNull();
    });

    it('enrols, not confirmed, over a restart too', async () => {
      await factors().put('ann', 'v1.abc', hour(1));
      const store = await kept.reopen();
      expect(await store.secondFactors.get('ann')).toEqual(fresh);
      expect(await store.secondFactors.get('Ann')).toBeNull();
    });

    it('confirms with the first code and keeps when that was', async () => {
      await factors().put('ann', 'v1.abc', hour(1));
      expect(await factors().spend('ann', 5, hour(2))).toBe(true);
      expect(await factors().get('ann')).toEqual({ ...fresh, confirmedAt: hour(2), lastStep: 5 });
      expect(await factors().spend('ann', 6, hour(3))).toBe(true);
      expect(await factors().get('ann')).toEqual({ ...fresh, confirmedAt: hour(2), lastStep: 6 });
    });

    it.each([
      ['an earlier', 4, false],
      ['the same', 5, false],
      ['a later', 6, true],
    ])('after a code was used, takes %s one: step %i, %s', async (_, step, taken) => {
      await factors().put('ann', 'v1.abc', hour(1));
      await factors().spend('ann', 5, hour(2));
      expect(await factors().spend('ann', step, hour(2))).toBe(taken);
      expect((await factors().get('ann'))?.lastStep).toBe(Math.max(5, step));
    });

    it('takes a code once of a hundred times', async () => {
      await factors().put('ann', 'v1.abc', hour(1));
      const spent = await Promise.all(Array.from({ length: 100 }, () => factors().spend('ann', 5, hour(2))));
      expect(spent.filter(Boolean)).toHaveLength(1);
    });

    it('counts wrong codes in a row, many at once too, and a right one ends the row', async () => {
      await factors().put('ann', 'v1.abc', hour(1));
      await factors().put('bob', 'v1.xyz', hour(1));
      const counts = await Promise.all(Array.from({ length: 20 }, () => factors().fail('ann', null)));
      expect(counts.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
      expect((await factors().get('bob'))?.failures).toBe(0);
      await factors().spend('ann', 5, hour(2));
      expect(await factors().get('ann')).toMatchObject({ failures: 0, lockedUntil: null });
      expect(await factors().fail('ann', null)).toBe(1);
    });

    it('takes no code while it is locked, and takes one at the end of the lock', async () => {
      await factors().put('ann', 'v1.abc', hour(1));
      await factors().fail('ann', hour(5));
      expect(await factors().get('ann')).toMatchObject({ failures: 1, lockedUntil: hour(5) });
      expect(await factors().spend('ann', 5, new Date(Date.parse(hour(5)) - 1).toISOString())).toBe(false);
      expect(await factors().get('ann')).toMatchObject({ lastStep: 0, failures: 1 });
      expect(await factors().spend('ann', 5, hour(5))).toBe(true);
      expect(await factors().get('ann')).toMatchObject({ lastStep: 5, failures: 0, lockedUntil: null });
    });

    it.each([
      ['nothing', null],
      ['an earlier end', hour(4)],
    ])('never shortens a lock: %s leaves it', async (_, until) => {
      await factors().put('ann', 'v1.abc', hour(1));
      await factors().fail('ann', hour(5));
      expect(await factors().fail('ann', until)).toBe(2);
      expect((await factors().get('ann'))?.lockedUntil).toBe(hour(5));
      await factors().fail('ann', hour(6));
      expect((await factors().get('ann'))?.lockedUntil).toBe(hour(6));
    });

    it('begins anew with a new secret', async () => {
      await factors().put('ann', 'v1.old', hour(1));
      await factors().spend('ann', 5, hour(2));
      await factors().fail('ann', hour(5));
      await factors().put('ann', 'v1.abc', hour(3));
      expect(await factors().get('ann')).toEqual(fresh);
    });

    it('removes one, once', async () => {
      await factors().put('ann', 'v1.abc', hour(1));
      await factors().put('bob', 'v1.xyz', hour(1));
      expect(await factors().remove('ann')).toBe(true);
      expect(await factors().remove('ann')).toBe(false);
      expect(await factors().get('ann')).toBeNull();
      expect(await factors().get('bob')).not.toBeNull();
    });

    it('leaves nothing of a transaction that failed', async () => {
      await factors().put('ann', 'v1.abc', hour(1));
      const work = kept.store.transaction(async (tx) => {
        expect(await tx.secondFactors.spend('ann', 5, hour(2))).toBe(true);
        throw new Error('the record could not be written');
      });
      await expect(work).rejects.toThrow('the record could not be written');
      expect(await factors().get('ann')).toEqual(fresh);
    });
  });
}
