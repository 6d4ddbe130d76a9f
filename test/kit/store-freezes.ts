import { describe, expect, it } from 'vitest';
import { type FreezeState, type FreezeStep, freeze, neverFrozen, unfreeze } from '../../src/domain/freeze.ts';
import { person } from './store-remediation-samples.ts';
import { freshly, hour, type Open } from './store-samples.ts';

const next = (step: FreezeStep): FreezeState => {
  if (!step.ok) throw new Error(step.refusal);
  return step.next;
};

export function testFreezes(open: Open): void {
  describe('the kill switch', () => {
    const kept = freshly(open);
    const freezes = () => kept.store.freezes;

    it('has never been on in a new store', async () => {
      expect(await freezes().get()).toEqual(neverFrozen);
    });

    it('keeps each step, over a restart too', async () => {
      const stopped = next(freeze(neverFrozen, person('ann'), 'odd writes “é"\'”', hour(1)));
      expect(await freezes().save(stopped)).toBe(true);
      const asked = next(unfreeze(stopped, person('bob'), 'all is well', hour(2)));
      expect(await freezes().save(asked)).toBe(true);
      const store = await kept.reopen();
      expect(await store.freezes.get()).toEqual(asked);
      const restarted = next(unfreeze(asked, person('cy'), 'I agree', hour(2)));
      expect(await store.freezes.save(restarted)).toBe(true);
      expect(await store.freezes.get()).toEqual(restarted);
    });

    it('lets one of a hundred win', async () => {
      const wanted = Array.from({ length: 100 }, (_, i) =>
        next(freeze(neverFrozen, person(`person ${i}`), 'stop', hour(1))),
      );
      const won = await Promise.all(wanted.map((state) => freezes().save(state)));
      expect(won.filter(Boolean)).toHaveLength(1);
      expect(await freezes().get()).toEqual(wanted[won.indexOf(true)]);
    });

    it.each([0, 2])('refuses version %i after version 0', async (version) => {
      expect(await freezes().save({ ...neverFrozen, on: true, version })).toBe(false);
      expect(await freezes().get()).toEqual(neverFrozen);
    });

    it('is as it was when its transaction failed', async () => {
      const work = kept.store.transaction(async (tx) => {
        expect(await tx.freezes.save({ ...neverFrozen, on: true, version: 1 })).toBe(true);
        expect((await tx.freezes.get()).on).toBe(true);
        throw new Error('no');
      });
      await expect(work).rejects.toThrow('no');
      expect(await freezes().get()).toEqual(neverFrozen);
    });
  });
}
