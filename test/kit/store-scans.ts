import { describe, expect, it } from 'vitest';
import { type AccountResult, everything, type ScanFilter } from '../../src/domain/scan.ts';
import {
  failed,
  freshly,
  hour,
  noChanges,
  type Open,
  processMark,
  resultOf,
  scanner,
  sighting,
} from './store-samples.ts';

export function testScans(open: Open): void {
  describe('scans', () => {
    const kept = freshly(open);
    const scans = () => kept.store.scans;
    const begin = (id: string, at = hour(1), filter: ScanFilter = everything) =>
      scans().begin({ id, at, by: 'slack:T1:U1', filter, process: processMark });
    type End = Parameters<typeof kept.store.scans.end>[1];
    const end = (id: string, over: Partial<End> = {}) =>
      scans().end(id, {
        state: 'finished',
        at: hour(2),
        accounts: [],
        calls: 9,
        changes: noChanges,
        ...over,
      });

    it('begins one and refuses another until it has ended', async () => {
      expect(await begin('s1')).toBe(true);
      expect(await begin('s2')).toBe(false);
      expect(await scans().get('s2')).toBeNull();
      expect(await end('s1')).toBe(true);
      expect(await begin('s2')).toBe(true);
    });

    it('lets one of many begin', async () => {
      const began = await Promise.all(Array.from({ length: 20 }, (_, i) => begin(`s${i}`)));
      expect(began.filter(Boolean)).toHaveLength(1);
    });

    it('keeps what a scan was and did', async () => {
      const filter = { accounts: ['1'], regions: ['eu-west-1'], services: ['s3'], checks: ['a'] };
      await begin('s1', hour(1), filter);
      const running = {
        id: 's1',
        state: 'running',
        startedAt: hour(1),
        finishedAt: null,
        by: 'slack:T1:U1',
        filter,
      };
      expect(await scans().get('s1')).toEqual({
        ...running,
        accounts: [],
        calls: 0,
        changes: noChanges,
        error: null,
      });
      const changes = { opened: 1, regressed: 2, resolved: 3, gone: 4, notApplicable: 0 };
      const accounts = [resultOf('2'), { ...resultOf('1'), refused: 'the role cannot be assumed' }];
      await end('s1', { state: 'failed', accounts, changes, error: 'disk full' });
      expect(await scans().get('s1')).toEqual({
        ...running,
        state: 'failed',
        finishedAt: hour(2),
        accounts,
        calls: 9,
        changes,
        error: 'disk full',
      });
    });

    it('ends a scan once', async () => {
      await begin('s1');
      await end('s1', { state: 'cancelled' });
      expect(await end('s1')).toBe(false);
      expect(await end('never begun')).toBe(false);
      expect((await scans().get('s1'))?.state).toBe('cancelled');
      expect(await scans().perAccount()).toEqual([]);
    });

    it('lists the newest first, of one state if asked', async () => {
      for (const n of [1, 2, 3]) {
        await begin(`s${n}`, hour(n));
        await end(`s${n}`, { state: n === 2 ? 'cancelled' : 'finished' });
      }
      const ids = async (n: number, state?: 'finished' | 'running') =>
        (await scans().latest(n, state)).map((s) => s.id);
      expect(await ids(2)).toEqual(['s3', 's2']);
      expect(await ids(9, 'finished')).toEqual(['s3', 's1']);
      expect(await ids(9, 'running')).toEqual([]);
    });

    it('reaps the scan of a dead process, and no other', async () => {
      await begin('s1', hour(1));
      await scans().beat('s1', hour(2));
      const asked: unknown[] = [];
      const judge = (alive: boolean) => (mark: unknown, beat: string) => {
        asked.push([mark, beat]);
        return alive;
      };
      expect(await scans().reap(hour(3), judge(true))).toEqual([]);
      expect(asked).toEqual([[processMark, hour(2)]]);
      const reaped = await scans().reap(hour(3), judge(false));
      expect(reaped).toEqual([await scans().get('s1')]);
      expect(reaped[0]).toMatchObject({ state: 'interrupted', finishedAt: hour(3) });
      expect(reaped[0]?.error).toBeTruthy();
      expect(await scans().reap(hour(4), judge(false))).toEqual([]);
      expect(await begin('s2')).toBe(true);
      expect(await end('s1')).toBe(false);
      expect((await scans().get('s2'))?.state).toBe('running');
    });

    it('tells the newest whole result of each account', async () => {
      const scan = async (n: number, filter: Partial<ScanFilter>, over: Partial<End>) => {
        await begin(`s${n}`, hour(n), { ...everything, ...filter });
        await end(`s${n}`, { at: hour(n + 1), ...over });
      };
      await scan(1, {}, { accounts: [resultOf('1', 10), resultOf('2', 20)] });
      await scan(2, { accounts: ['2'] }, { accounts: [resultOf('2', 21)] });
      await scan(3, { regions: ['eu-west-1'] }, { accounts: [resultOf('1', 1), resultOf('3', 1)] });
      await scan(4, { services: ['s3'] }, { accounts: [resultOf('1', 1)] });
      await scan(5, { checks: ['a'] }, { accounts: [resultOf('1', 1)] });
      await scan(6, {}, { accounts: [resultOf('1', 1)], state: 'cancelled' });
      expect(await scans().perAccount()).toEqual([
        { ...resultOf('1', 10), scan: 's1', finishedAt: hour(2) },
        { ...resultOf('2', 21), scan: 's2', finishedAt: hour(3) },
      ]);
      const refused = { ...resultOf('1', 0), refused: 'the role cannot be assumed' };
      await scan(7, {}, { accounts: [refused] });
      expect((await scans().perAccount())[0]).toEqual({
        ...refused,
        lastOpened: hour(2),
        scan: 's7',
        finishedAt: hour(8),
      });
    });

    it('forgets an account that a scan of every account did not name', async () => {
      const scan = async (n: number, filter: Partial<ScanFilter>, ...accounts: string[]) => {
        await begin(`s${n}`, hour(n), { ...everything, ...filter });
        const results = accounts.map((id) => resultOf(id));
        await end(`s${n}`, { at: hour(n + 1), accounts: results, everyAccount: n > 1 });
        return (await scans().perAccount()).map(({ id }) => id);
      };
      expect(await scan(1, {}, '1', '2', 'the rest')).toEqual(['1', '2', 'the rest']);
      expect(await scan(2, { services: ['s3'] }, '1')).toEqual(['1', '2', 'the rest']);
      expect(await scan(3, {}, '1', '3')).toEqual(['1', '3']);
    });

    it('keeps of an account that is not scanned any more when it last was, while findings of it are open', async () => {
      const { findings } = kept.store;
      const scan = async (n: number, ...accounts: AccountResult[]) => {
        await begin(`s${n}`, hour(n));
        await end(`s${n}`, { at: hour(n), accounts, everyAccount: true });
        return scans().noLongerScanned();
      };
      const lab = { ...resultOf('2'), owner: 'ann' };
      await findings.apply(sighting('arn:aws:s3:::records', { account: '1' }), failed(hour(1)), scanner);
      await findings.apply(sighting('arn:aws:s3:::records', { account: '2' }), failed(hour(1)), scanner);
      expect(await scan(1, resultOf('1'), lab, resultOf('3'))).toEqual([]);
      const left = { id: '2', name: 'account 2', owner: 'ann', open: 1, scannedAt: hour(1) };
      expect(await scan(2, resultOf('1'))).toEqual([left]);
      expect((await scans().perAccount()).map(({ id }) => id)).toEqual(['1']);
      // Since then, and not since the scan that ended last.
      expect(await scan(3, resultOf('1'))).toEqual([left]);
      // Back again, and no role in it yet.
      expect(await scan(4, resultOf('1'), { ...lab, refused: 'no role' })).toEqual([]);
      expect((await scans().perAccount())[1]).toMatchObject({ refused: 'no role', lastOpened: hour(1) });
      expect(await scan(5, resultOf('1'))).toEqual([left]);
    });

    it('keeps when an account was last opened, however often it was refused since', async () => {
      for (const [n, refused] of [undefined, 'no role', 'no role', undefined, 'no role'].entries()) {
        await begin(`s${n}`, hour(n));
        await end(`s${n}`, { at: hour(n), accounts: [{ ...resultOf('1'), ...(refused && { refused }) }] });
        const [told] = await scans().perAccount();
        expect(told?.lastOpened).toBe([undefined, hour(0), hour(0), undefined, hour(3)][n]);
      }
    });

    it('tells when the first scan finished', async () => {
      expect(await scans().firstFinishedAt()).toBeNull();
      for (const [n, state] of (['cancelled', 'finished', 'finished'] as const).entries()) {
        await begin(`s${n}`, hour(n));
        await end(`s${n}`, { at: hour(n + 1), state });
      }
      expect(await scans().firstFinishedAt()).toBe(hour(2));
    });
  });
}
