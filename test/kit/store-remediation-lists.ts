import { describe, expect, it } from 'vitest';
import {
  movingStates,
  openStates,
  type Remediation,
  type RemediationState,
} from '../../src/domain/remediation.ts';
import type { RemediationQuery } from '../../src/domain/store.ts';
import { bucket, person, plan, remediation, target } from './store-remediation-samples.ts';
import { channel, freshly, hour, type Open } from './store-samples.ts';

const over: readonly RemediationState[] = [
  'applied',
  'unverified',
  'failed',
  'stale',
  'denied',
  'withdrawn',
  'expired',
  'frozen',
  'undone',
];
const states: readonly RemediationState[] = [...openStates, ...movingStates, ...over];

export function testRemediationLists(open: Open): void {
  describe('lists of remediations', () => {
    const kept = freshly(open);
    const remediations = () => kept.store.remediations;
    const add = (change: Partial<Remediation> = {}) =>
      remediations().add((id) => remediation({ ...change, id }), channel());
    const ids = (list: readonly Remediation[]) => list.map((r) => r.id);
    const oneOfEach = async () => {
      for (const state of states) await add({ state });
    };
    const idOf = (state: RemediationState) => `R-${states.indexOf(state) + 1}`;

    describe('find', () => {
      const find = async (query: RemediationQuery) => {
        const { total, remediations: found } = await remediations().find(query);
        return [total, ids(found)];
      };

      it('tells the newest first, all when nothing is asked', async () => {
        for (let n = 0; n < 3; n++) await add();
        expect(await find({})).toEqual([3, ['R-3', 'R-2', 'R-1']]);
      });

      it('pages', async () => {
        for (let n = 0; n < 12; n++) await add();
        expect(await find({ limit: 3 })).toEqual([12, ['R-12', 'R-11', 'R-10']]);
        expect(await find({ offset: 10, limit: 3 })).toEqual([12, ['R-2', 'R-1']]);
        expect(await find({ offset: 12 })).toEqual([12, []]);
        expect(await find({ limit: 0 })).toEqual([12, []]);
      });

      it('asks by state, finding and account, and all of them at once', async () => {
        const mine = target(1).finding;
        await add({ plan: plan({ account: '1', targets: [target(1), target(2)] }) });
        await add({ plan: plan({ account: '2', targets: [target(2), target(3)] }) });
        await add({ plan: plan({ account: '1', targets: [target(1)] }), state: 'denied' });
        expect(await find({ finding: mine })).toEqual([2, ['R-3', 'R-1']]);
        expect(await find({ finding: target(3).finding })).toEqual([1, ['R-2']]);
        expect(await find({ finding: target(4).finding })).toEqual([0, []]);
        expect(await find({ account: '1' })).toEqual([2, ['R-3', 'R-1']]);
        expect(await find({ account: '3' })).toEqual([0, []]);
        expect(await find({ states: ['denied', 'proposed'] })).toEqual([3, ['R-3', 'R-2', 'R-1']]);
        expect(await find({ states: [] })).toEqual([0, []]);
        expect(await find({ states: ['proposed'], finding: mine, account: '1' })).toEqual([1, ['R-1']]);
      });

      it.each(states)('asks for the state %s after it was reached, too', async (state) => {
        const before = await add();
        await add({ state: state === 'proposed' ? 'approved' : 'proposed' });
        await remediations().save({ ...before, state, version: 2 });
        expect(await find({ states: [state] })).toEqual([1, ['R-1']]);
      });
    });

    describe('touching', () => {
      const touching = async (...arns: string[]) => ids(await remediations().touching(arns));

      it('tells those proposed or moving, oldest first', async () => {
        await oneOfEach();
        const live: readonly RemediationState[] = ['proposed', 'approved', 'executing', 'verifying'];
        expect(await touching(bucket(1))).toEqual(live.map(idOf));
      });

      it('knows the resource, its neighbour that is written, and every target', async () => {
        await add({
          plan: plan({
            targets: [
              target(1, { resource: 'arn:trail', touches: ['arn:logs', 'arn:key'] }),
              target(2, { resource: bucket(2), touches: [bucket(2)] }),
            ],
          }),
        });
        await add({ plan: plan({ targets: [target(3), target(3, { finding: 'f' })] }) });
        for (const arn of ['arn:trail', 'arn:logs', 'arn:key', bucket(2)])
          expect(await touching(arn)).toEqual(['R-1']);
        expect(await touching(bucket(3), bucket(2), 'arn:trail')).toEqual(['R-1', 'R-2']);
        expect(await touching('arn:log', bucket(22))).toEqual([]);
        expect(await touching()).toEqual([]);
      });

      it('forgets one that is over', async () => {
        const before = await add();
        await remediations().save({ ...before, state: 'withdrawn', version: 2 });
        expect(await touching(bucket(1))).toEqual([]);
      });
    });

    describe('due', () => {
      const due = async (at: string) => ids(await remediations().due(at));
      const review = { reviewBy: hour(25), reviewedBy: null, reviewedAt: null, overdue: false };

      it('tells what moves at any time, and of the others none by itself', async () => {
        await oneOfEach();
        expect(await due(hour(1))).toEqual(movingStates.map(idOf));
        expect(await due(hour(-9999))).toEqual(movingStates.map(idOf));
        expect(await due(hour(9999))).toEqual(['proposed' as const, ...movingStates].map(idOf));
      });

      it('tells a proposal at the end of its time, and not before', async () => {
        await add({ approveBy: hour(25) });
        expect(await due(new Date(Date.parse(hour(25)) - 1).toISOString())).toEqual([]);
        expect(await due(hour(25))).toEqual(['R-1']);
      });

      it.each(['applied', 'unverified'] as const)('tells a look that is due at %s', async (state) => {
        await add({ state, lookAt: hour(3) });
        await add({ state, lookAt: null });
        expect(await due(hour(2))).toEqual([]);
        expect(await due(hour(3))).toEqual(['R-1']);
      });

      it('tells a review that is due, once, and none that was done', async () => {
        const first = await add({ state: 'applied', breakGlass: review });
        await add({
          state: 'applied',
          breakGlass: { ...review, reviewedBy: person('rita'), reviewedAt: hour(9) },
        });
        await add({ state: 'applied', breakGlass: { ...review, overdue: true } });
        expect(await due(hour(24))).toEqual([]);
        expect(await due(hour(25))).toEqual(['R-1']);
        await remediations().save({ ...first, version: 2, breakGlass: { ...review, overdue: true } });
        expect(await due(hour(25))).toEqual([]);
      });

      it('takes the first of several times, whichever it is', async () => {
        await add({ state: 'applied', lookAt: hour(3), breakGlass: review });
        await add({ state: 'applied', lookAt: hour(30), breakGlass: review });
        expect(await due(hour(3))).toEqual(['R-1']);
        expect(await due(hour(25))).toEqual(['R-1', 'R-2']);
      });

      it('tells the oldest first, whatever was due first', async () => {
        await add({ approveBy: hour(9) });
        await add({ approveBy: hour(5) });
        await add({ state: 'executing' });
        expect(await due(hour(9))).toEqual(['R-1', 'R-2', 'R-3']);
      });
    });

    describe('unseen by a scan', () => {
      const unseen = async () => ids(await remediations().unseenByScan());

      it('tells those that are written, oldest first', async () => {
        for (const state of states) await add({ state, writtenAt: hour(2) });
        const looked = ['verifying', 'applied', 'unverified'] as const;
        expect(await unseen()).toEqual(looked.map(idOf));
      });

      it('leaves out what is not written yet', async () => {
        const before = await add({ state: 'verifying' });
        expect(await unseen()).toEqual([]);
        await remediations().save({ ...before, version: 2, writtenAt: hour(2) });
        expect(await unseen()).toEqual(['R-1']);
      });

      it('forgets one once a scan came by', async () => {
        const before = await add({ state: 'applied', writtenAt: hour(2) });
        await remediations().save({ ...before, version: 2, seenByScan: true });
        expect(await unseen()).toEqual([]);
      });
    });
  });
}
