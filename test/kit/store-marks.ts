import { describe, expect, it } from 'vitest';
import { freshly, hour, type Open } from './store-samples.ts';

export function testMarks(open: Open): void {
  describe('deliveries and slots', () => {
    const kept = freshly(open);

    it('hears a delivery once, however often and at once it comes', async () => {
      const { deliveries } = kept.store;
      const heard = await Promise.all(
        Array.from({ length: 100 }, () => deliveries.claim('event 1', hour(1))),
      );
      expect(heard.filter(Boolean)).toHaveLength(1);
      expect(await deliveries.claim('event 2', hour(2))).toBe(true);
      expect(await deliveries.claim('event 1', hour(9))).toBe(false);
    });

    it('forgets deliveries older than it is told', async () => {
      const { deliveries } = kept.store;
      for (const n of [1, 2, 3]) await deliveries.claim(`event ${n}`, hour(n));
      expect(await deliveries.prune(hour(3))).toBe(2);
      expect(await deliveries.claim('event 1', hour(4))).toBe(true);
      expect(await deliveries.claim('event 3', hour(4))).toBe(false);
    });

    it('remembers when a job is due', async () => {
      const { slots } = kept.store;
      expect(await slots.get('digest')).toBeNull();
      await slots.set('digest', hour(9));
      await slots.set('digest', hour(33));
      await slots.set('scan', hour(1));
      expect(await slots.get('digest')).toBe(hour(33));
    });
  });
}
