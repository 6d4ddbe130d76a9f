import { describe, expect, it } from 'vitest';
import { type Remediation, transition } from '../../src/domain/remediation.ts';
import { clocks, person, plan, remediation, target, vote } from './store-remediation-samples.ts';
import { channel, freshly, hour, type Open } from './store-samples.ts';

const refused = { name: 'StoreError' };

export function testRemediations(open: Open): void {
  describe('remediations', () => {
    const kept = freshly(open);
    const remediations = () => kept.store.remediations;
    const add = (over: Partial<Remediation> = {}) =>
      remediations().add((id) => remediation({ ...over, id }), channel());

    it('numbers them, within a transaction and outside, without a gap', async () => {
      expect((await add()).id).toBe('R-1');
      const ids = await kept.store.transaction(async (tx) => {
        const [a, b] = await Promise.all([
          tx.remediations.add((id) => remediation({ id }), channel()),
          tx.remediations.add((id) => remediation({ id }), channel()),
        ]);
        return [a.id, b.id];
      });
      expect(ids).toEqual(['R-2', 'R-3']);
      const failing = kept.store.transaction(async (tx) => {
        await tx.remediations.add((id) => remediation({ id }), channel());
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
      const many = await Promise.all(Array.from({ length: 20 }, () => add()));
      expect(many.map((r) => r.id).toSorted()).toEqual(
        Array.from({ length: 20 }, (_, i) => `R-${i + 4}`).toSorted(),
      );
    });

    it('keeps one as it was given, and where it was asked for', async () => {
      const origin = channel('C7', { thread: '171.000200' });
      const given = remediation({
        plan: plan({
          deed: 'undo',
          reverses: 'R-9',
          choice: 'PHI',
          targets: [
            target(1, { before: { '10': 1, '9': [null, { b: true, a: 'é"\\\n\u2028' }] }, after: null }),
            target(2, { touches: ['arn:aws:s3:::logs'] }),
          ],
        }),
        breakGlass: {
          reviewBy: hour(25),
          reviewedBy: person('rita'),
          reviewedAt: hour(9),
          overdue: true,
        },
        looks: [{ at: hour(3), when: 'now', passes: false, says: 'versioning is off' }],
        because: 'half \ud800 of a sign',
        endedBy: person('ann'),
        endedAt: hour(4),
      });
      const kind = await remediations().add((id) => ({ ...given, id }), origin);
      expect(kind).toEqual(given);
      const again = await kept.reopen();
      expect(await again.remediations.get('R-1')).toEqual(given);
      expect(await again.remediations.originOf('R-1')).toEqual(origin);
    });

    it('tells what was not read from what is not set', async () => {
      const found = [undefined, null, { status: 'Suspended' }, 0, ''];
      expect((await add({ found })).found).toEqual(found);
      const read = await remediations().get('R-1');
      expect(read?.found).toStrictEqual(found);
      expect(read && (await remediations().save({ ...read, version: 2, found: [undefined] }))).toBe(true);
      expect((await remediations().get('R-1'))?.found).toStrictEqual([undefined]);
    });

    it.each(['R-12', 'r-12', '12', ' R-12 '])('finds one as people type it: “%s”', async (typed) => {
      for (let n = 1; n <= 12; n++) await add();
      expect((await remediations().get(typed))?.id).toBe('R-12');
      expect(await remediations().originOf(typed)).toEqual(channel());
    });

    it.each(['', 'R-', 'R-2', '2', 'R-0', '-1', '1.0', '1e0', 'F-1', 'R-1 R-1', '9'.repeat(30), '١'])(
      'has none that is called “%s”',
      async (typed) => {
        await add();
        expect(await remediations().get(typed)).toBeNull();
        expect(await remediations().originOf(typed)).toBeNull();
      },
    );

    it('refuses one that took another name than it was given', async () => {
      await expect(remediations().add(() => remediation({ id: 'R-7' }), channel())).rejects.toMatchObject(
        refused,
      );
      expect((await remediations().find({})).total).toBe(0);
    });

    describe('saving', () => {
      const next = (r: Remediation, who: string): Remediation => {
        const step = transition(r, { kind: 'approved', at: hour(2), vote: vote(r, who) }, clocks);
        if (!step.ok) throw new Error(step.refusal);
        return step.next;
      };

      it('keeps the next version', async () => {
        const approved = next(await add(), 'ann');
        expect(await remediations().save(approved)).toBe(true);
        expect(await remediations().get('R-1')).toEqual(approved);
      });

      it('lets one of a hundred win, and keeps that one', async () => {
        const before = await add();
        const wanted = Array.from({ length: 100 }, (_, i) => next(before, `person ${i}`));
        const won = await Promise.all(wanted.map((r) => remediations().save(r)));
        expect(won.filter(Boolean)).toHaveLength(1);
        expect(await remediations().get('R-1')).toEqual(wanted[won.indexOf(true)]);
      });

      it.each([
        ['the same version', 1],
        ['one from before', 0],
        ['one from two steps ahead', 3],
      ])('refuses %s', async (_, version) => {
        const before = await add();
        expect(await remediations().save({ ...before, state: 'approved', version })).toBe(false);
        expect(await remediations().get('R-1')).toEqual(before);
      });

      it('refuses one that was never added', async () => {
        await add();
        for (const id of ['R-2', 'R-', 'F-1', ''])
          expect(await remediations().save(remediation({ id, version: 2 }))).toBe(false);
      });

      it('never changes what was agreed to', async () => {
        const before = await add();
        const other = { ...before, version: 2, plan: plan({ targets: [target(2)] }) };
        await expect(remediations().save(other)).rejects.toMatchObject(refused);
        const wording = { ...before, version: 2, plan: { ...before.plan, title: 'Harmless' } };
        await expect(remediations().save(wording)).rejects.toMatchObject(refused);
        expect(await remediations().get('R-1')).toEqual(before);
      });

      it('is undone with its transaction', async () => {
        const before = await add();
        const work = kept.store.transaction(async (tx) => {
          expect(await tx.remediations.save(next(before, 'ann'))).toBe(true);
          expect((await tx.remediations.get('R-1'))?.state).toBe('approved');
          throw new Error('the record could not be written');
        });
        await expect(work).rejects.toThrow('the record could not be written');
        expect(await remediations().get('R-1')).toEqual(before);
        expect(await remediations().save(next(before, 'bob'))).toBe(true);
      });
    });
  });
}
