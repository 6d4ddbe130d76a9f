import { describe, expect, it } from 'vitest';
import type { Attestation } from '../../src/domain/attestation.ts';
import { freshly, hour, type Open } from './store-samples.ts';

const said = (topic: string, on: string, more: Partial<Attestation> = {}): Attestation => ({
  topic,
  on,
  until: '2027-11-20',
  document: null,
  note: null,
  by: 'slack:T1:U1',
  byName: 'Ann',
  at: hour(1),
  ...more,
});

export function testAttestations(open: Open): void {
  describe('attestations', () => {
    const kept = freshly(open);
    const attestations = () => kept.store.attestations;

    it('are kept over a restart, the newest of each topic apart', async () => {
      const first = said('risk-analysis', '2025-11-01');
      const second = said('risk-analysis', '2026-11-01', { document: 'binder 4', note: 'all sites' });
      const other = said('wireless', '2026-01-01');
      for (const one of [first, second, other]) await attestations().add(one);
      const { attestations: again } = await kept.reopen();
      expect(await again.latest()).toEqual([second, other]);
      expect(await again.of('risk-analysis')).toEqual([second, first]);
      expect(await again.of('training')).toEqual([]);
    });

    it('that are said last count, whatever their day', async () => {
      await attestations().add(said('wireless', '2026-11-01'));
      const corrected = said('wireless', '2026-10-01');
      await attestations().add(corrected);
      expect(await attestations().latest()).toEqual([corrected]);
    });
  });
}
