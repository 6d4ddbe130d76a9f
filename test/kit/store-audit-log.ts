import { describe, expect, it } from 'vitest';
import { type AuditEntry, type AuditRecord, genesis, hashOf } from '../../src/domain/audit.ts';
import { freshly, hour, type Open } from './store-samples.ts';

const entry = (n: number, detail: AuditEntry['detail'] = { n }): AuditEntry => ({
  at: hour(n % 24),
  actor: 'slack:T1:U1',
  action: 'finding.acknowledged',
  subject: `F-${n}`,
  detail,
});

async function all(records: AsyncIterable<AuditRecord>): Promise<AuditRecord[]> {
  const list: AuditRecord[] = [];
  for await (const record of records) list.push(record);
  return list;
}

export function testAuditLog(open: Open): void {
  describe('audit log', () => {
    const kept = freshly(open);
    const audit = () => kept.store.audit;

    it('is whole while it is empty', async () => {
      expect(await audit().head()).toEqual({ seq: 0, hash: genesis });
      expect(await audit().verify()).toEqual({ ok: true, records: 0, head: genesis });
      expect(await all(audit().read())).toEqual([]);
    });

    it('chains each record to the one before', async () => {
      const first = await audit().append(entry(1));
      const second = await audit().append(entry(2));
      expect(first).toMatchObject({ seq: 1, previous: genesis, ...entry(1) });
      expect(second).toMatchObject({ seq: 2, previous: first.hash, ...entry(2) });
      expect(second.hash).toBe(hashOf(second));
      expect(await audit().head()).toEqual({ seq: 2, hash: second.hash });
      expect(await all(audit().read())).toEqual([first, second]);
      expect(await audit().verify()).toEqual({ ok: true, records: 2, head: second.hash });
    });

    it.each<[string, AuditEntry['detail']]>([
      ['nothing', {}],
      ['nested', { z: 1, a: { y: [1, { c: null, b: true }], x: 'é"\\\n' } }],
      ['what JSON drops', { gone: undefined, list: [undefined], not: Number.NaN, when: new Date(0) }],
      ['numbers', { big: 1e21, small: 5e-324, minus: -0, int: 2 ** 53 }],
      ['broken text', { half: '\ud800', zero: 'a\u0000b', sep: '\u2028' }],
      ['odd keys', JSON.parse('{"__proto__": 1, "": 2, "10": 3, "9": 4, "constructor": 5}')],
    ])('reads back what it hashed: %s', async (_, detail) => {
      const record = await audit().append(entry(1, detail));
      expect(await all(audit().read())).toEqual([record]);
      expect(await audit().verify()).toMatchObject({ ok: true });
    });

    it('survives text that no file can hold', async () => {
      await audit().append({ ...entry(1), subject: 'half \udfff of a sign', actor: 'a\u0000b' });
      expect(await audit().verify()).toMatchObject({ ok: true, records: 1 });
    });

    it('has no gap and no fork when many write at once', async () => {
      const records = await Promise.all(Array.from({ length: 100 }, (_, i) => audit().append(entry(i))));
      expect(records.map((r) => r.seq).toSorted((a, b) => a - b)).toEqual(
        Array.from({ length: 100 }, (_, i) => i + 1),
      );
      expect(await audit().verify()).toMatchObject({ ok: true, records: 100 });
    });

    it('keeps the chain when one transaction appends many at once', async () => {
      await kept.store.transaction(async (tx) => {
        await Promise.all(Array.from({ length: 20 }, (_, i) => tx.audit.append(entry(i))));
      });
      expect(await audit().verify()).toMatchObject({ ok: true, records: 20 });
    });

    it('reads more than a page, from where it is told, and no more than it is told', async () => {
      await kept.store.transaction(async (tx) => {
        for (let i = 1; i <= 1203; i++) await tx.audit.append(entry(i));
      });
      const seqs = async (from?: number, limit?: number) =>
        (await all(audit().read(from, limit))).map((r) => r.seq);
      expect(await seqs()).toEqual(Array.from({ length: 1203 }, (_, i) => i + 1));
      expect(await seqs(1202)).toEqual([1202, 1203]);
      expect(await seqs(1, 2)).toEqual([1, 2]);
      expect(await seqs(2, 501)).toHaveLength(501);
      expect(await seqs(1, 0)).toEqual([]);
      expect(await seqs(1204)).toEqual([]);
      expect(await audit().verify()).toMatchObject({ ok: true, records: 1203 });
    });

    it('lets others write while somebody reads slowly', async () => {
      for (let i = 0; i < 3; i++) await audit().append(entry(i));
      const seen: number[] = [];
      for await (const record of audit().read(1, 3)) {
        seen.push(record.seq);
        await audit().append(entry(9));
      }
      expect(seen).toEqual([1, 2, 3]);
      expect(await audit().head()).toMatchObject({ seq: 6 });
    });

    it('forgets a record whose transaction failed', async () => {
      await audit().append(entry(1));
      const work = kept.store.transaction(async (tx) => {
        await tx.audit.append(entry(2));
        throw new Error('cloud said no');
      });
      await expect(work).rejects.toThrow('cloud said no');
      expect((await audit().append(entry(3))).seq).toBe(2);
      expect(await audit().verify()).toMatchObject({ ok: true, records: 2 });
    });

    it('tells everything of one subject, oldest first, and nothing of another', async () => {
      const of = (n: number, subject: string) => audit().append({ ...entry(n), subject });
      const first = await of(9, 'R-1');
      await of(2, 'R-10');
      await of(3, 'r-1');
      const second = await of(1, 'R-1');
      expect(await audit().about('R-1')).toEqual([first, second]);
      expect(await audit().about('R-')).toEqual([]);
      const odd = await of(4, 'half \udfff of a sign');
      expect(await audit().about('half \udfff of a sign')).toEqual([odd]);
    });

    it('tells within a transaction what it has added itself', async () => {
      await kept.store.transaction(async (tx) => {
        await tx.audit.append(entry(1));
        expect(await tx.audit.about('F-1')).toHaveLength(1);
        expect(await audit().about('F-1')).toEqual([]);
      });
      expect(await audit().about('F-1')).toHaveLength(1);
    });

    it('compares with a head that was noted elsewhere', async () => {
      const first = await audit().append(entry(1));
      await audit().append(entry(2));
      expect(await audit().verify(first)).toMatchObject({ ok: true });
      expect(await audit().verify({ seq: 1, hash: 'f'.repeat(64) })).toMatchObject({ ok: false, seq: 1 });
      expect(await audit().verify({ seq: 5, hash: first.hash })).toMatchObject({ ok: false, seq: 3 });
    });
  });
}
