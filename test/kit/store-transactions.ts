import { describe, expect, it } from 'vitest';
import { neverFrozen } from '../../src/domain/freeze.ts';
import type { Store } from '../../src/domain/store.ts';
import { bucket, remediation } from './store-remediation-samples.ts';
import {
  channel,
  failed,
  freshly,
  hour,
  message,
  type Open,
  processMark,
  ref,
  scanner,
  sighting,
} from './store-samples.ts';

const deed = { at: hour(1), actor: scanner, action: 'finding.new', subject: 'F-1', detail: {} };
const refused = { name: 'StoreError' };

export function testTransactions(open: Open): void {
  describe('transactions', () => {
    const kept = freshly(open);
    const everything = async (store: Store) => ({
      findings: (await store.findings.find({ status: 'any' })).total,
      audit: (await store.audit.head()).seq,
      outbox: await store.outbox.depth(),
      slot: await store.slots.get('digest'),
      scan: (await store.scans.latest(1)).length,
      remediations: (await store.remediations.find({})).total,
      touching: (await store.remediations.touching([bucket(1)])).length,
      fence: await store.leases.holds('run:R-1', 'here', 1),
      frozen: (await store.freezes.get()).on,
      factor: (await store.secondFactors.get('ann')) !== null,
    });
    const change = async (tx: Store) => {
      await tx.findings.apply(sighting(), failed(hour(1)), scanner, 's1');
      await tx.audit.append(deed);
      await tx.outbox.add({ key: 'k', channel: channel(), message: message('a'), card: 'c', at: hour(1) });
      await tx.slots.set('digest', hour(9));
      await tx.scans.begin({
        id: 's1',
        at: hour(1),
        by: scanner,
        filter: { accounts: [], regions: [], services: [], checks: [] },
        process: processMark,
      });
      await tx.remediations.add((id) => remediation({ id }), channel());
      const lease = { key: 'run:R-1', owner: 'here', process: processMark, at: hour(1), until: hour(2) };
      await tx.leases.take(lease);
      await tx.freezes.save({ ...neverFrozen, on: true, version: 1 });
      await tx.secondFactors.put('ann', 'sealed', hour(1));
      return everything(tx);
    };
    const nothing = {
      findings: 0,
      audit: 0,
      outbox: 0,
      slot: null,
      scan: 0,
      remediations: 0,
      touching: 0,
      fence: false,
      frozen: false,
      factor: false,
    };
    const done = {
      findings: 1,
      audit: 1,
      outbox: 1,
      slot: hour(9),
      scan: 1,
      remediations: 1,
      touching: 1,
      fence: true,
      frozen: true,
      factor: true,
    };

    it('keeps everything that happened in one, which sees its own changes', async () => {
      expect(await kept.store.transaction(change)).toEqual(done);
      expect(await everything(kept.store)).toEqual(done);
    });

    it('keeps nothing of one that failed, and passes its error on', async () => {
      const error = new Error('cloud said no');
      const work = kept.store.transaction(async (tx) => {
        await change(tx);
        throw error;
      });
      await expect(work).rejects.toBe(error);
      expect(await everything(kept.store)).toEqual(nothing);
      expect(await kept.store.transaction(change)).toEqual(done);
    });

    it('keeps nothing when a step failed, even if nobody minded', async () => {
      const work = kept.store.transaction(async (tx) => {
        await change(tx);
        await tx.outbox
          .add({ key: 'bad', channel: channel(), message: message('a'), kind: 'update', at: hour(1) })
          .catch(() => {});
      });
      await expect(work).rejects.toMatchObject(refused);
      expect(await everything(kept.store)).toEqual(nothing);
    });

    it('waits for steps that nobody awaited', async () => {
      await kept.store.transaction(async (tx) => {
        void tx.audit.append(deed);
        void tx.findings.apply(sighting(), failed(hour(1)), scanner);
      });
      expect(await everything(kept.store)).toMatchObject({ findings: 1, audit: 1 });
    });

    it('is over when it is over', async () => {
      let late: Store | undefined;
      await kept.store.transaction(async (tx) => {
        late = tx;
      });
      await expect(late?.audit.append(deed)).rejects.toMatchObject(refused);
      await expect(late?.findings.get('F-1')).rejects.toMatchObject(refused);
      expect(await everything(kept.store)).toEqual(nothing);
    });

    it('does not nest, and does not close the store', async () => {
      const nested = kept.store.transaction((tx) => tx.transaction(async () => {}));
      await expect(nested).rejects.toMatchObject(refused);
      await expect(kept.store.transaction((tx) => tx.close())).rejects.toMatchObject(refused);
      expect(await kept.store.transaction(change)).toEqual(done);
    });

    it('does not mix with others that run at the same time', async () => {
      const { store } = kept;
      const count = async (tx: Store) => {
        const before = Number(await tx.slots.get('count'));
        await new Promise((resolve) => setImmediate(resolve));
        await tx.slots.set('count', String(before + 1));
      };
      await Promise.all(Array.from({ length: 50 }, () => store.transaction(count)));
      expect(await store.slots.get('count')).toBe('50');
    });

    it('shows nothing to others before it ends, and does not make them wait to read', async () => {
      await kept.store.slots.set('digest', hour(1));
      let seen: string | null = null;
      const ended = Promise.withResolvers<void>();
      const started = Promise.withResolvers<void>();
      const work = kept.store.transaction(async (tx) => {
        await tx.slots.set('digest', hour(2));
        started.resolve();
        await ended.promise;
      });
      await started.promise;
      seen = await kept.store.slots.get('digest');
      ended.resolve();
      await work;
      expect(seen).toBe(hour(1));
      expect(await kept.store.slots.get('digest')).toBe(hour(2));
    });
  });

  describe('opening and closing', () => {
    const kept = freshly(open);

    it('keeps everything', async () => {
      const { store } = kept;
      await store.findings.apply(sighting(), failed(hour(1)), scanner, 's1');
      await store.audit.append(deed);
      await store.deliveries.claim('event', hour(1));
      await store.slots.set('digest', hour(9));
      await store.outbox.add({ key: 'k', channel: channel(), message: message('a'), card: 'c', at: hour(1) });
      const [item] = await store.outbox.due(hour(1), 1);
      await store.outbox.sent(item?.id ?? '', hour(1), ref('1'));
      const finding = await store.findings.find({});
      const again = await kept.reopen();
      expect(await again.findings.find({})).toEqual(finding);
      expect(await again.findings.history(finding.findings[0]?.fingerprint ?? '')).toHaveLength(1);
      expect(await again.audit.verify()).toMatchObject({ ok: true, records: 1 });
      expect(await again.deliveries.claim('event', hour(2))).toBe(false);
      expect(await again.slots.get('digest')).toBe(hour(9));
      expect(await again.outbox.cardAt(ref('1'))).toBe('c');
    });

    it('answers a ping', async () => {
      await expect(kept.store.ping()).resolves.toBeUndefined();
    });

    it('closes once what is under way is done, and refuses the rest', async () => {
      const { store } = kept;
      const last = store.audit.append(deed);
      await Promise.all([store.close(), store.close()]);
      expect((await last).seq).toBe(1);
      await expect(store.audit.append(deed)).rejects.toMatchObject(refused);
      await expect(store.audit.head()).rejects.toMatchObject(refused);
      await expect(store.ping()).rejects.toMatchObject(refused);
    });
  });
}
