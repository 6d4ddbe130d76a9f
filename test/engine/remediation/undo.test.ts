import { describe, expect, test, vi } from 'vitest';
import { CloudError } from '../../../src/domain/errors.ts';
import type { Written } from '../../story/kit/small-cloud.ts';
import {
  ann,
  type Bench,
  bench,
  bob,
  boxes,
  carried,
  dee,
  granted,
  kept,
  lidCheck,
  person,
  refusalOf,
  shutLid,
  undoing,
} from './kit.ts';

vi.mock('node:timers/promises', async (original) => (await import('./quick.ts')).quick(original));

const one = 'arn:box:one';

/** Asked for, approved and carried out. */
async function undone(b: Bench, id: string) {
  const undo = await undoing(b, id);
  granted(await b.desk.approve(undo.id, {}, b.from(bob)));
  await b.executor.turn();
  return kept(b, undo.id);
}

const values = (b: Bench) => b.cloud.written.map((w: Written) => w.value);

describe('an undo', () => {
  test('where nothing was set before takes it away, and sets nothing else', async () => {
    const never = boxes([one], { facts: { lid: { read: () => null, write: {} } } });
    const b = await bench({ kinds: never });
    const { id } = await carried(b, { finding: await b.finding(one) });
    const undo = await undone(b, id);
    expect(undo.plan.targets[0]).toMatchObject({ before: 'shut', after: null });
    expect(undo.state).toBe('applied');
    expect(values(b)).toEqual(['shut', null]);
  });

  test('is a plan of its own, and needs its own second person', async () => {
    const b = await bench();
    const { id } = await carried(b, { finding: await b.finding(one) });
    const asker = person('Bob', ['approver']);
    const undo = await undoing(b, id, asker);
    expect(undo).toMatchObject({ state: 'proposed', plan: { deed: 'undo', reverses: id } });
    expect(refusalOf(await b.desk.approve(undo.id, {}, b.from(bob)))).toContain('asked for');
    await b.executor.turn();
    expect(values(b)).toEqual(['shut']);
  });

  test('that had to leave one out leaves the fix to be undone further', async () => {
    const two = 'arn:box:two';
    const b = await bench();
    for (const box of [one, two]) await b.finding(box);
    const { id } = await carried(b, { check: lidCheck.id, account: 'one' });
    b.cloud.set('aws.box', 'lid', two, 'ajar');
    expect((await undone(b, id)).plan.targets.map((t) => t.resource)).toEqual([one]);
    expect((await kept(b, id)).state).not.toBe('undone');
    b.cloud.set('aws.box', 'lid', two, 'shut');
    expect((await undone(b, id)).plan.targets.map((t) => t.resource)).toEqual([two]);
    expect(values(b).slice(-2)).toEqual(['open', 'open']);
  });

  test('that finds what somebody has changed since is refused', async () => {
    const b = await bench();
    const { id } = await carried(b, { finding: await b.finding(one) });
    b.cloud.set('aws.box', 'lid', one, 'ajar');
    expect(refusalOf(await b.desk.undo(id, { reason: 'x' }, b.from(ann)))).toBe(
      'Nothing of R-1 can be undone: somebody has changed it since, and undoing would overwrite that.',
    );
  });

  test('is stale where somebody changes it after the approval', async () => {
    const b = await bench();
    const { id } = await carried(b, { finding: await b.finding(one) });
    const undo = await undoing(b, id);
    granted(await b.desk.approve(undo.id, {}, b.from(bob)));
    b.cloud.set('aws.box', 'lid', one, 'ajar');
    await b.executor.turn();
    expect(await kept(b, undo.id)).toMatchObject({ state: 'stale', found: ['ajar'] });
    expect((await kept(b, id)).state).toBe('applied');
    expect(values(b)).toEqual(['shut']);
  });

  test('of what is as before already, or gone, is refused', async () => {
    const there = [one];
    const b = await bench({
      kinds: boxes([], { list: () => there.map((id) => ({ id, region: 'global' })) }),
    });
    const { id } = await carried(b, { finding: await b.finding(one) });
    b.cloud.set('aws.box', 'lid', one, 'open');
    expect(refusalOf(await b.desk.undo(id, { reason: 'x' }, b.from(ann)))).toContain(
      'it is as it was before already',
    );
    there.pop();
    expect(refusalOf(await b.desk.undo(id, { reason: 'x' }, b.from(ann)))).toContain('its resource is gone');
  });

  test('that cannot be planned because the cloud is away is refused in a sentence', async () => {
    let away = false;
    const open = () => {
      if (away) throw new CloudError('failed', 'the line is cut');
    };
    const b = await bench({ cloud: { open } });
    const { id } = await carried(b, { finding: await b.finding(one) });
    away = true;
    for (const answer of [
      await b.desk.undo(id, { reason: 'x' }, b.from(ann)),
      await b.desk.planUndo(id, b.from(ann)),
    ])
      expect(refusalOf(answer)).toBe('No plan could be made: the line is cut.');
  });

  test('happens once', async () => {
    const b = await bench();
    const { id } = await carried(b, { finding: await b.finding(one) });
    await undone(b, id);
    expect(refusalOf(await b.desk.undo(id, { reason: 'x' }, b.from(ann)))).toBe(
      'R-1 has been undone already.',
    );
  });

  test('of an undo puts back what it took away', async () => {
    const b = await bench();
    const { id } = await carried(b, { finding: await b.finding(one) });
    const { id: second } = await undone(b, id);
    expect((await undone(b, second)).state).toBe('applied');
    expect((await kept(b, second)).state).toBe('undone');
    expect(values(b)).toEqual(['shut', 'open', 'shut']);
  });

  test('is refused where the remedy says that nothing can be put back', async () => {
    const remedy = { ...shutLid, reversibility: { undo: 'no', because: 'the lid is sealed' } } as const;
    const b = await bench({ remedies: [remedy] });
    const { id } = await carried(b, { finding: await b.finding(one) });
    expect(refusalOf(await b.desk.undo(id, { reason: 'x' }, b.from(ann)))).toBe(
      'R-1 cannot be undone: the lid is sealed.',
    );
  });

  test('reopens the finding, as the check sees it', async () => {
    const b = await bench();
    const handle = await b.finding(one);
    const { id } = await carried(b, { finding: handle });
    expect((await b.store.findings.get(handle))?.status).toBe('resolved');
    await undone(b, id);
    expect(await b.store.findings.get(handle)).toMatchObject({ status: 'open', regressions: 1 });
  });
});

describe('from every state after a write', () => {
  const ids = [one, 'arn:box:two'];
  const all = { check: 'aws/box/lid', account: 'one' };

  test('unverified', async () => {
    let looksBad = false;
    const check = {
      ...lidCheck,
      evaluate: (facts: Readonly<Record<string, unknown>>) =>
        looksBad
          ? ({ status: 'fail', because: 'the lid leaks' } as const)
          : lidCheck.evaluate(facts, {} as never),
    };
    const write = (_: Written, apply: () => void) => {
      apply();
      looksBad = true;
    };
    const b = await bench({ checks: [check], cloud: { write } });
    const { id, state } = await carried(b, { finding: await b.finding(one) });
    expect(state).toBe('unverified');
    expect(await undone(b, id)).toMatchObject({ state: 'applied' });
    expect((await kept(b, id)).state).toBe('undone');
    expect(values(b)).toEqual(['shut', 'open']);
  });

  test('failed, with the first of two written', async () => {
    let writes = 0;
    const write = (_: Written, apply: () => void) => {
      writes++;
      if (writes === 2) throw new CloudError('denied', 'you may not');
      apply();
    };
    const b = await bench({ kinds: boxes(ids), cloud: { write } });
    for (const id of ids) await b.finding(id);
    const { id, state } = await carried(b, all);
    expect(state).toBe('failed');
    expect((await undone(b, id)).plan.targets).toHaveLength(1);
    expect((await kept(b, id)).state).toBe('undone');
    expect(values(b)).toEqual(['shut', 'open']);
  });

  test('failed, with a write of which nobody knows whether it was made', async () => {
    let first = true;
    const write = (_: Written, apply: () => void) => {
      if (!first) return apply();
      first = false;
      apply();
      // It came into force, and what is there cannot be read for the moment.
      blind = true;
      throw new CloudError('failed', 'the line was cut');
    };
    let blind = false;
    const facts = { lid: { read: () => 'open', write: {} }, neighbours: { read: () => 0 } };
    const b = await bench({
      kinds: boxes([one], { facts }),
      cloud: {
        write,
        open: () => {
          if (blind) throw new CloudError('failed', 'the line is cut');
        },
      },
    });
    const { id, state, because } = await carried(b, { finding: await b.finding(one) });
    expect([state, because]).toEqual(['failed', 'the line was cut']);
    expect((await kept(b, id)).targets[0]).toMatchObject({ step: 'failed', wrote: true });
    blind = false;
    expect((await undone(b, id)).state).toBe('applied');
    expect(values(b)).toEqual(['shut', 'open']);
  });

  test('frozen, partly written', async () => {
    let stop = async () => {};
    const b = await bench({
      kinds: boxes(ids),
      cloud: {
        write: async (_, apply) => {
          apply();
          await stop();
        },
      },
    });
    for (const id of ids) await b.finding(id);
    stop = async () => void granted(await b.freeze.on('stop', b.from(dee)));
    const { id, state } = await carried(b, all);
    expect(state).toBe('frozen');
    stop = async () => {};
    granted(await b.freeze.off('over', b.from(dee)));
    granted(await b.freeze.off('over', b.from(bob)));
    expect((await undone(b, id)).state).toBe('applied');
    expect((await kept(b, id)).state).toBe('undone');
    expect(values(b)).toEqual(['shut', 'open']);
  });

  test('none where nothing was written', async () => {
    const b = await bench({
      cloud: {
        write: () => {
          throw new CloudError('denied', 'you may not');
        },
      },
    });
    const { id, state } = await carried(b, { finding: await b.finding(one) });
    expect(state).toBe('failed');
    expect(refusalOf(await b.desk.undo(id, { reason: 'x' }, b.from(ann)))).toContain('Nothing was written');
  });
});
