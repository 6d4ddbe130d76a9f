import { describe, expect, test, vi } from 'vitest';
import type { AnyCheck } from '../../../src/domain/check.ts';
import type { FindingEvent } from '../../../src/domain/finding.ts';
import { type Bench, bench, bob, boxes, carried, granted, kept, lidCheck, scanned, undoing } from './kit.ts';

vi.mock('node:timers/promises', async (original) => (await import('./quick.ts')).quick(original));

const one = 'arn:box:one';
const quarter = 15 * 60_000;

/** What a scan sees of the box, told to its finding. */
const seeing = (b: Bench, check: AnyCheck, event: 'failed' | 'passed' | 'gone') => async () => {
  const at = b.engine.now().toISOString();
  const sighting = {
    provider: 'aws',
    account: '111111111111',
    region: 'global',
    kind: check.kind,
    checkId: check.id,
    resource: one,
  };
  const told: FindingEvent =
    event === 'failed'
      ? { kind: 'failed', at, severity: check.severity, because: 'the lid is open' }
      : { kind: event, at };
  await b.store.findings.apply(sighting, told, 'system:scan');
};

describe('the look after a quarter of an hour', () => {
  test('that sees the old value again: unverified, and the finding is open', async () => {
    const b = await bench();
    const finding = await b.finding(one);
    const { id } = await carried(b, { finding });
    b.cloud.set('aws.box', 'lid', one, 'open');
    b.later(quarter);
    await b.executor.turn();
    expect(await kept(b, id)).toMatchObject({
      state: 'unverified',
      because: 'what is there is not what was written',
      looks: [{ passes: true }, { when: 'later', passes: false }],
    });
    expect(await b.store.findings.get(finding)).toMatchObject({ status: 'open' });
    expect(b.cloud.written).toHaveLength(1);
  });

  test('that cannot read: unverified, and never called done', async () => {
    let blind = false;
    const facts = {
      lid: {
        read: () => {
          return 'open';
        },
        write: {},
      },
    };
    const b = await bench({
      kinds: boxes([one], { facts }),
      cloud: {
        open: () => {
          if (blind) throw new Error('away');
        },
      },
    });
    const finding = await b.finding(one);
    const { id } = await carried(b, { finding });
    blind = true;
    b.later(quarter);
    await b.executor.turn();
    const r = await kept(b, id);
    expect(r).toMatchObject({ state: 'unverified', because: 'it could not be read: it broke' });
    // What was not seen says nothing of the finding.
    expect((await b.store.findings.get(finding))?.status).toBe('resolved');
  });

  test('that finds the resource gone: not a fix', async () => {
    const there = [one];
    const b = await bench({
      kinds: boxes([], { list: () => there.map((id) => ({ id, region: 'global', name: 'one' })) }),
    });
    const { id } = await carried(b, { finding: await b.finding(one) });
    there.pop();
    b.later(quarter);
    await b.executor.turn();
    expect(await kept(b, id)).toMatchObject({
      state: 'unverified',
      because: 'the resource is gone, which is not a fix',
    });
  });

  test('is not made of what was undone', async () => {
    const b = await bench();
    const { id } = await carried(b, { finding: await b.finding(one) });
    const undo = await undoing(b, id);
    granted(await b.desk.approve(undo.id, {}, b.from(bob)));
    await b.executor.turn();
    b.later(quarter);
    await b.executor.turn();
    expect(await kept(b, id)).toMatchObject({ state: 'undone', lookAt: null });
    expect((await kept(b, undo.id)).looks.map((l) => l.when)).toEqual(['now', 'later']);
  });
});

describe('the look of the next scan', () => {
  test('that does not find it any more', async () => {
    const b = await bench();
    const { id } = await carried(b, { finding: await b.finding(one) });
    b.later(1);
    await scanned(b, 'S-1', seeing(b, lidCheck, 'passed'));
    await b.executor.turn();
    expect(await kept(b, id)).toMatchObject({
      state: 'applied',
      seenByScan: true,
      looks: [
        { when: 'now' },
        { when: 'scan', passes: true, says: 'the scan S-1 does not find it any more' },
      ],
    });
  });

  test('does not stand in for the one after a quarter of an hour', async () => {
    const b = await bench();
    const { id } = await carried(b, { finding: await b.finding(one) });
    b.later(1);
    await scanned(b, 'S-1', seeing(b, lidCheck, 'passed'));
    await b.executor.turn();
    b.later(quarter);
    await b.executor.turn();
    expect((await kept(b, id)).looks.map((l) => l.when)).toEqual(['now', 'scan', 'later']);
  });

  test('that finds it again: unverified', async () => {
    const b = await bench();
    const { id } = await carried(b, { finding: await b.finding(one) });
    b.later(1);
    await scanned(b, 'S-1', seeing(b, lidCheck, 'failed'));
    await b.executor.turn();
    expect(await kept(b, id)).toMatchObject({
      state: 'unverified',
      because: 'the scan S-1 found it again: the lid is open',
    });
  });

  test('does not call it done because the resource is gone', async () => {
    const b = await bench();
    const { id } = await carried(b, { finding: await b.finding(one) });
    b.cloud.set('aws.box', 'lid', one, 'open');
    b.later(quarter);
    await b.executor.turn();
    expect((await kept(b, id)).state).toBe('unverified');
    await scanned(b, 'S-1', seeing(b, lidCheck, 'gone'));
    b.later(1);
    await scanned(b, 'S-2', seeing(b, lidCheck, 'gone'));
    await b.executor.turn();
    expect(await kept(b, id)).toMatchObject({
      state: 'unverified',
      because: 'the scan S-2 found its resource gone, which is not a fix',
    });
  });

  test.each([
    ['the scan began before the write', 0, {}],
    ['it could not open the account', 1, { result: { refused: 'the role cannot be assumed' } }],
    ['it looked at some checks only', 1, { filter: { checks: ['aws/box/lid'] } }],
  ])('is awaited still when %s', async (_, ms, more) => {
    const b = await bench();
    const { id } = await carried(b, { finding: await b.finding(one) });
    b.later(ms);
    await scanned(b, 'S-1', async () => {}, more);
    await b.executor.turn();
    expect(await kept(b, id)).toMatchObject({ seenByScan: false, looks: [{ when: 'now' }] });
  });

  test('says of an undo only that it came by', async () => {
    const b = await bench();
    const { id } = await carried(b, { finding: await b.finding(one) });
    const undo = await undoing(b, id);
    granted(await b.desk.approve(undo.id, {}, b.from(bob)));
    await b.executor.turn();
    b.later(1);
    await scanned(b, 'S-1', seeing(b, lidCheck, 'failed'));
    await b.executor.turn();
    const r = await kept(b, undo.id);
    expect(r).toMatchObject({ state: 'applied', seenByScan: true });
    expect(r.looks.at(-1)?.says).toBe('the scan S-1 came by, and the finding says what it saw');
  });

  test('that comes by while another process verifies holds nobody up', async () => {
    const b = await bench();
    const first = await carried(b, { finding: await b.finding(one) });
    // Another process has moved it on since it was listed.
    b.later(1);
    await scanned(b, 'S-1', seeing(b, lidCheck, 'passed'));
    const stale = { ...first, version: first.version - 1 };
    const listed = vi.spyOn(b.store.remediations, 'unseenByScan').mockResolvedValueOnce([stale, first]);
    await b.executor.turn();
    expect(listed).toHaveBeenCalled();
    expect((await kept(b, first.id)).seenByScan).toBe(true);
  });
});

describe('a change after which the question does not arise any more', () => {
  const unasked: AnyCheck = {
    ...lidCheck,
    evaluate: ({ lid }) =>
      lid === 'shut'
        ? { status: 'notApplicable', because: 'it is shut' }
        : { status: 'fail', because: `the lid is ${lid}` },
  };

  test('is applied, and stays so when a scan comes by', async () => {
    const b = await bench({ checks: [unasked] });
    const finding = await b.finding(one);
    const { id } = await carried(b, { finding });
    expect(await kept(b, id)).toMatchObject({
      state: 'applied',
      looks: [{ passes: true, says: 'the check passes; it no longer applies: it is shut' }],
    });
    expect(await b.store.findings.get(finding)).toMatchObject({
      status: 'resolved',
      resolution: 'notApplicable',
    });
    b.later(1);
    await scanned(b, 'S-1');
    await b.executor.turn();
    expect(await kept(b, id)).toMatchObject({
      state: 'applied',
      looks: [{}, { when: 'scan', passes: true }],
    });
  });

  test('is not applied where something else is there than what was written', async () => {
    const b = await bench({ checks: [unasked] });
    const { id } = await carried(b, { finding: await b.finding(one) });
    b.cloud.set('aws.box', 'lid', one, 'ajar');
    b.later(quarter);
    await b.executor.turn();
    expect(await kept(b, id)).toMatchObject({ state: 'unverified' });
  });
});
