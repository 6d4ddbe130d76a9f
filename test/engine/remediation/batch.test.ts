import { describe, expect, test, vi } from 'vitest';
import { CloudError } from '../../../src/domain/errors.ts';
import type { Remediation } from '../../../src/domain/remediation.ts';
import { subject, type Written } from '../../story/kit/small-cloud.ts';
import {
  actionsOf,
  ann,
  approved,
  type Bench,
  bench,
  boxes,
  carried,
  dee,
  granted,
  kept,
  lidCheck,
  planned,
  refusalOf,
} from './kit.ts';

vi.mock('node:timers/promises', async (original) => (await import('./quick.ts')).quick(original));

const all = { check: 'aws/box/lid', account: 'one' };
const ids = (n: number) => Array.from({ length: n }, (_, i) => `arn:box:${i + 1}`);

type Write = (write: Written, apply: () => void) => Promise<void> | void;

/** Boxes with a finding each. */
async function manyBoxes(n: number, more: Parameters<typeof bench>[0] = {}, write?: Write): Promise<Bench> {
  const b = await bench({ kinds: boxes(ids(n)), ...(write ? { cloud: { write } } : {}), ...more });
  for (const id of ids(n)) await b.finding(id);
  return b;
}

const steps = (r: Remediation) => r.targets.map((t) => t.step);

describe('a plan of many', () => {
  test('writes and verifies the first before it touches the rest', async () => {
    const b = await manyBoxes(3);
    const r = await carried(b, all);
    expect(r).toMatchObject({ state: 'applied', looks: [{ passes: true }] });
    expect(steps(r)).toEqual(['verified', 'verified', 'verified']);
    expect(await actionsOf(b, r.id)).toEqual([
      'remediation.proposed',
      'remediation.approved',
      'remediation.executing',
      'remediation.writing',
      'remediation.written',
      'remediation.looked',
      'remediation.writing',
      'remediation.written',
      'remediation.looked',
      'remediation.writing',
      'remediation.written',
      'remediation.looked',
      'remediation.applied',
    ]);
  });

  test('leaves the rest alone when the first is written and still fails', async () => {
    // The check asks for more than the write brings about, which nobody saw beforehand.
    let surprise = false;
    const check = {
      ...lidCheck,
      evaluate: (values: Readonly<Record<string, unknown>>) =>
        surprise
          ? ({ status: 'fail', because: 'something else is wrong' } as const)
          : lidCheck.evaluate(values, {} as never),
    };
    const b = await manyBoxes(3, { checks: [check] }, (_, apply) => {
      apply();
      surprise = true;
    });
    const r = await carried(b, all);
    expect(r).toMatchObject({ state: 'failed', because: expect.stringContaining('the rest was left alone') });
    expect(steps(r)).toEqual(['unverified', 'skipped', 'skipped']);
    expect(b.cloud.written).toHaveLength(1);
  });

  test('stops at the target that fails, says so, and can be undone', async () => {
    const b = await manyBoxes(4, {}, ({ id }, apply) => {
      if (id === 'arn:box:3') throw new CloudError('denied', 'you may not', 'box:PutLid');
      apply();
    });
    const r = await carried(b, all);
    expect(r).toMatchObject({ state: 'failed', because: 'you may not: box:PutLid' });
    const at = r.plan.targets.findIndex((t) => t.resource === 'arn:box:3');
    expect(steps(r)).toEqual(r.targets.map((_, i) => (i > at ? 'skipped' : i < at ? 'verified' : 'failed')));
    expect(b.cloud.written).toHaveLength(at);
    const undo = granted(await b.desk.planUndo(r.id, b.from(ann)));
    expect(undo.plan.targets.map((t) => t.resource)).toEqual(
      r.plan.targets.slice(0, at).map((t) => t.resource),
    );
  });

  test('stops between two targets when the switch is thrown, and can be undone', async () => {
    let b: Bench | null = null;
    const r0 = await manyBoxes(3, {}, async (_, apply) => {
      apply();
      if (b) granted(await b.freeze.on('stop', b.from(dee)));
    });
    b = r0;
    const r = await carried(b, all);
    expect(r).toMatchObject({ state: 'frozen', because: 'Dee has stopped every change: stop' });
    expect(steps(r)).toEqual(['verified', 'skipped', 'skipped']);
    expect(b.cloud.written).toHaveLength(1);
    expect(granted(await b.desk.planUndo(r.id, b.from(ann))).plan.targets).toHaveLength(1);
  });

  test('stops between two targets when the approver is let go', async () => {
    let people: Bench['people'] | null = null;
    const b = await manyBoxes(3, {}, (_, apply) => {
      apply();
      people?.delete('slack:T1:UBOB');
    });
    people = b.people;
    const r = await carried(b, all);
    expect(r).toMatchObject({ state: 'stale', because: expect.stringContaining('Bob may not approve') });
    expect(b.cloud.written).toHaveLength(1);
  });

  test('stops at a target that somebody else has moved', async () => {
    const b = await manyBoxes(2, {}, (_, apply) => {
      apply();
      b.cloud.set('aws.box', 'lid', last, 'ajar');
    });
    const { id, plan } = await approved(b, all);
    const last = plan.targets[1]?.resource ?? '';
    await b.executor.turn();
    const r = await kept(b, id);
    expect(r).toMatchObject({ state: 'stale', found: [undefined, 'ajar'] });
    expect(b.cloud.written).toHaveLength(1);
  });

  test('is not carried out at all when any target has moved since the plan', async () => {
    const b = await manyBoxes(3);
    const { id } = await approved(b, all);
    b.cloud.set('aws.box', 'lid', 'arn:box:3', 'shut');
    await b.executor.turn();
    expect((await kept(b, id)).state).toBe('stale');
    expect(b.cloud.written).toEqual([]);
  });
});

describe('the caps', () => {
  const inPlan = async (findings: number, inAll: number, cap: { resources: number; percent: number }) => {
    const b = await bench({ kinds: boxes(ids(inAll)), rules: { cap } });
    for (const id of ids(findings)) await b.finding(id);
    const { plan, leftOut } = await planned(b, all);
    return [plan.targets.length, leftOut.length];
  };

  test.each([
    ['as many as may be', 3, 10, { resources: 3, percent: 100 }, [3, 0]],
    ['one more than may be', 4, 10, { resources: 3, percent: 100 }, [3, 1]],
    ['as many percent as may be', 3, 10, { resources: 99, percent: 30 }, [3, 0]],
    ['one more than the percent', 4, 10, { resources: 99, percent: 30 }, [3, 1]],
    ['a share is rounded down', 4, 10, { resources: 99, percent: 39 }, [3, 1]],
    ['the narrower of both decides', 6, 10, { resources: 4, percent: 50 }, [4, 2]],
    ['one is always possible', 3, 3, { resources: 99, percent: 10 }, [1, 2]],
  ])('%s', async (_, findings, inAll, cap, expected) => {
    expect(await inPlan(findings, inAll, cap)).toEqual(expected);
  });

  test('name what was left out, and why', async () => {
    const b = await manyBoxes(3, { rules: { cap: { resources: 2, percent: 100 } } });
    expect((await planned(b, all)).leftOut).toEqual([
      {
        handle: expect.stringMatching(/^F-/),
        because:
          "a plan may change at most 2 resources, and 100 percent of the account's of this kind; ask for the rest afterwards",
      },
    ]);
  });

  test('do not hold a fix of one finding back', async () => {
    const b = await bench({ rules: { cap: { resources: 1, percent: 1 } } });
    expect((await planned(b, { finding: await b.finding('arn:box:one') })).plan.targets).toHaveLength(1);
  });
});

test('a target that passes by now, or is gone, is left out and told', async () => {
  // One of them has no finding, so that the cap in percent lets three through.
  const there = [...ids(3), 'arn:box:spare'];
  const b = await manyBoxes(3, { kinds: boxes(ids(3), { list: () => there.map((id) => subject(id)) }) });
  b.cloud.set('aws.box', 'lid', 'arn:box:2', 'shut');
  there.splice(2, 1);
  const { plan, leftOut } = await planned(b, all);
  expect(plan.targets.map((t) => t.resource)).toEqual(['arn:box:1']);
  expect(leftOut.map((l) => l.because).sort()).toEqual([
    'it passes now: somebody has fixed it',
    'its resource is gone, which is not a fix',
  ]);
});

test('a check without an open finding has no plan', async () => {
  const b = await bench();
  expect(refusalOf(await b.desk.plan(all, b.from(ann)))).toBe(
    'There is no open finding of aws/box/lid in one.',
  );
  expect(refusalOf(await b.desk.plan({ ...all, check: 'x' }, b.from(ann)))).toContain('There is no check');
});
