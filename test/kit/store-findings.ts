import { describe, expect, it } from 'vitest';
import { type FindingEvent, fingerprintOf, handleOf, opened, transition } from '../../src/domain/finding.ts';
import {
  accepted,
  acknowledged,
  day,
  failed,
  freshly,
  gone,
  type Open,
  passed,
  scanner,
  sighting,
} from './store-samples.ts';

/** Two resources whose short handles are the same. */
function colliding(): readonly [string, string] {
  const seen = new Map<string, string>();
  for (let i = 0; ; i++) {
    const resource = `arn:aws:s3:::bucket-${i}`;
    const handle = handleOf(fingerprintOf(sighting(resource)));
    const other = seen.get(handle);
    if (other) return [other, resource];
    seen.set(handle, resource);
  }
}

export function testFindings(open: Open): void {
  describe('findings', () => {
    const kept = freshly(open);
    const apply = (event: FindingEvent, resource?: string, scan?: string) =>
      kept.store.findings.apply(sighting(resource), event, scanner, scan);

    it('opens a finding at its first failure, and finds it by every name', async () => {
      const { finding, change } = await apply(failed(day(1)));
      expect(change).toBe('new');
      const expected = opened(sighting(), handleOf(fingerprintOf(sighting())), failed(day(1)));
      expect(finding).toEqual(expected);
      const short = expected.handle.slice(2);
      const misread = short.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l');
      const names = [
        expected.handle,
        expected.handle.toLowerCase(),
        short,
        short.toLowerCase(),
        ` ${short} `,
      ];
      for (const name of [...names, misread, expected.fingerprint, expected.fingerprint.toUpperCase()])
        expect(await kept.store.findings.get(name), name).toEqual(expected);
    });

    it('keeps what people call the resource, as the newest failure says it, and finds it by that', async () => {
      const instance = 'arn:aws:ec2:us-east-1:111122223333:instance/i-0abcdef12';
      await apply({ ...failed(day(1)), name: 'pacs' } as FindingEvent, instance);
      await apply({ ...failed(day(2)), name: 'lakeside-pacs' } as FindingEvent, instance);
      await apply(failed(day(3)), instance);
      const { store } = await kept.reopen().then((store) => ({ store }));
      const { findings } = await store.findings.find({ resource: 'LAKESIDE' });
      expect(findings.map(({ resource, name }) => [resource, name])).toEqual([[instance, 'lakeside-pacs']]);
      expect((await store.findings.find({ resource: 'i-0abc' })).findings).toHaveLength(1);
    });

    it('reads o as 0 and i and l as 1', async () => {
      const withDigits = Array.from({ length: 500 }, (_, i) => `arn:aws:s3:::misread-${i}`).find((r) =>
        /0.*1|1.*0/.test(handleOf(fingerprintOf(sighting(r)))),
      );
      const { finding } = await apply(failed(day(1)), withDigits);
      const handle = finding?.handle ?? '';
      for (const one of ['i', 'I', 'l', 'L'])
        expect(await kept.store.findings.get(handle.replaceAll('0', 'o').replaceAll('1', one))).toEqual(
          finding,
        );
    });

    it('finds nothing where there is nothing', async () => {
      for (const id of ['F-00000', '', 'F-', '%', 'a'.repeat(64)])
        expect(await kept.store.findings.get(id)).toBeNull();
    });

    it.each<FindingEvent>([
      passed(day(1)),
      { kind: 'notApplicable', at: day(1), because: 'replica' },
      gone(day(1)),
      acknowledged(day(1), day(2)),
      accepted(day(1), day(2)),
      { kind: 'assigned', at: day(1), by: 'slack:T1:U1', owner: 'ann' },
      { kind: 'lapsed', at: day(1) },
    ])('does nothing for an unknown finding: $kind', async (event) => {
      expect(await apply(event, undefined, 's1')).toEqual({ finding: null, change: null });
      expect((await kept.store.findings.find({ status: 'any' })).total).toBe(0);
      expect(await kept.store.findings.changesSince(day(0))).toEqual([]);
    });

    it('keeps exactly what the domain says, event by event, with its history', async () => {
      const events: FindingEvent[] = [
        failed(day(1)),
        failed(day(2), 'critical', 'logging is off, and the bucket is public'),
        failed(day(3), 'low'),
        { kind: 'assigned', at: day(3), by: 'slack:T1:U1', owner: 'ann' },
        acknowledged(day(4), day(6)),
        { kind: 'lapsed', at: day(5) },
        { kind: 'lapsed', at: day(6) },
        accepted(day(6), day(9)),
        { kind: 'notApplicable', at: day(7), because: 'replica' },
        passed(day(8)),
        failed(day(9), 'medium', 'again'),
        { kind: 'assigned', at: day(9), by: 'slack:T1:U1', owner: null },
        passed(day(10)),
        failed(day(11)),
        gone(day(12)),
        gone(day(13)),
      ];
      const handle = handleOf(fingerprintOf(sighting()));
      let expected = opened(sighting(), handle, failed(day(1)));
      const words: unknown[] = ['new'];
      await apply(failed(day(1)));
      for (const event of events.slice(1)) {
        const { next, change } = transition(expected, event);
        expected = next;
        if (change) words.push(change);
        expect(await apply(event)).toEqual({ finding: expected, change });
        expect(await kept.store.findings.get(handle)).toEqual(expected);
      }
      const history = await kept.store.findings.history(expected.fingerprint);
      expect(history.map((entry) => entry.change)).toEqual(words);
      expect(history.map((entry) => entry.because)).toEqual([
        'logging is off',
        'logging is off, and the bucket is public',
        'logging is off',
        'ann',
        'known, moving on Friday',
        '',
        'public website',
        'replica',
        'again',
        '',
        '',
        'logging is off',
        '',
      ]);
      expect(history[0]).toEqual({
        at: day(1),
        actor: scanner,
        change: 'new',
        because: 'logging is off',
        scan: null,
      });
    });

    it('takes a whole finding for a sighting', async () => {
      const { finding } = await apply(failed(day(1)));
      if (!finding) throw new Error('nothing was opened');
      const { finding: next } = await kept.store.findings.apply(finding, passed(day(2)), scanner, 's2');
      expect(next).toMatchObject({ handle: finding.handle, status: 'resolved', resolution: 'fixed' });
      expect((await kept.store.findings.history(finding.fingerprint)).at(-1)).toMatchObject({ scan: 's2' });
    });

    it('lengthens a handle that is taken', async () => {
      const [first, second] = colliding();
      const a = (await apply(failed(day(1)), first)).finding;
      const b = (await apply(failed(day(1)), second)).finding;
      expect(a?.handle).toHaveLength('F-'.length + 5);
      expect(b?.handle.startsWith(a?.handle ?? '?')).toBe(true);
      expect(b?.handle.length).toBeGreaterThan(a?.handle.length ?? 99);
      expect(await kept.store.findings.get(a?.handle ?? '')).toEqual(a);
      expect(await kept.store.findings.get(b?.handle ?? '')).toEqual(b);
    });

    it('lets one of many win: one opens, one resolves', async () => {
      const many = <T>(work: () => Promise<T>) => Promise.all(Array.from({ length: 50 }, work));
      const opens = await many(() => apply(failed(day(1))));
      expect(opens.filter(({ change }) => change === 'new')).toHaveLength(1);
      const resolves = await many(() => apply(passed(day(2))));
      expect(resolves.filter(({ change }) => change === 'resolved')).toHaveLength(1);
      expect(await kept.store.findings.history(fingerprintOf(sighting()))).toHaveLength(2);
    });
  });
}
