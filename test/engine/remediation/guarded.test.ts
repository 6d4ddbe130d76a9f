import { expect, test, vi } from 'vitest';
import { CloudError } from '../../../src/domain/errors.ts';
import { smallCheck } from '../../story/kit/small-cloud.ts';
import { ann, bench, bob, boxes, cem, granted, kept, lidCheck, person, refusalOf, shutLid } from './kit.ts';

vi.mock('node:timers/promises', async (original) => (await import('./quick.ts')).quick(original));

const one = 'arn:box:one';
const eve = person('Eve', ['responder']);

test('a lesser finding of the same resource does not ask for fewer people', async () => {
  const grave = smallCheck('aws/box/strangers', 'aws.box', ['lid'], {
    severity: 'critical',
    evaluate: lidCheck.evaluate,
  });
  const both = { ...shutLid, cures: [lidCheck.id, grave.id] };
  const usual = { distinctGroups: false, confirm: false, stepUp: false };
  const tiers = [
    { name: 'grave', quorum: 2 as const, ...usual, when: { severities: ['critical' as const] } },
    { name: 'usual', quorum: 1 as const, ...usual, when: {} },
  ];
  const b = await bench({ checks: [lidCheck, grave], remedies: [both], rules: { tiers } });
  const lesser = await b.finding(one, lidCheck);
  await b.finding(one, grave);
  const planned = granted(await b.desk.plan({ finding: lesser }, b.from(ann)));
  expect(planned).toMatchObject({ plan: { tier: { name: 'grave', quorum: 2 } } });
});

test("somebody else's request is not thrown away by asking for something else", async () => {
  const ajar = {
    ...shutLid,
    id: 'aws/box/leave-ajar',
    title: 'Leave it ajar',
    desired: () => ({ to: 'ajar' }),
  };
  const loose = {
    ...lidCheck,
    evaluate: (f: Record<string, unknown>) =>
      f['lid'] === 'open'
        ? ({ status: 'fail', because: 'it is open' } as const)
        : ({ status: 'pass' } as const),
  };
  const people = [ann, bob, cem, eve];
  const b = await bench({ checks: [loose], remedies: [shutLid, ajar], people });
  const finding = await b.finding(one, loose);
  const ask = (remedy: string, who: typeof ann) =>
    b.desk.request({ finding, remedy }, { reason: 'x' }, b.from(who));
  granted(await ask('shut-lid', ann));
  expect(refusalOf(await ask('leave-ajar', eve))).toContain('R-1, which Ann asked for, waits');
  expect((await kept(b, 'R-1')).state).toBe('proposed');
  granted(await ask('leave-ajar', ann));
  expect((await kept(b, 'R-1')).state).toBe('stale');
});

test('the glass is not broken where nobody else would hear of it', async () => {
  const gil = person('Gil', ['approver']);
  const b = await bench({ people: [ann, gil] });
  const finding = await b.finding(one);
  const reason = 'strangers are reading it at this very moment, and nobody else is awake';
  expect(refusalOf(await b.desk.breakGlass({ finding }, { reason }, b.from(gil)))).toContain('nobody else');
  expect((await b.desk.find({})).total).toBe(0);
});

test('a write of several calls that was slowed down in its middle is not told as nothing', async () => {
  let tries = 0;
  const b = await bench({
    kinds: boxes([one]),
    cloud: {
      write: (_, apply) => {
        tries++;
        apply();
        throw new CloudError('throttled', 'slow down');
      },
    },
  });
  b.cloud.set('aws.box', 'lid', one, 'open');
  const { id } = granted(
    await b.desk.request({ finding: await b.finding(one) }, { reason: 'x' }, b.from(ann)),
  ) as { id: string };
  granted(await b.desk.approve(id, {}, b.from(bob)));
  await b.executor.turn();
  // It took effect: that is seen, and it is not written again.
  expect(tries).toBe(1);
  expect((await kept(b, id)).state).toBe('applied');
});

test('what changed during a pause is not written over', async () => {
  const b = await bench({
    kinds: boxes([one]),
    cloud: {
      write: () => {
        b.cloud.set('aws.box', 'lid', one, 'ajar');
        throw new CloudError('throttled', 'slow down');
      },
    },
  });
  const { id } = granted(
    await b.desk.request({ finding: await b.finding(one) }, { reason: 'x' }, b.from(ann)),
  ) as { id: string };
  granted(await b.desk.approve(id, {}, b.from(bob)));
  await b.executor.turn();
  expect(await kept(b, id)).toMatchObject({ state: 'failed', targets: [{ wrote: true }], found: ['ajar'] });
});

test('a long remediation does not hold up another', async () => {
  const { promise: never, resolve: end } = Promise.withResolvers<void>();
  const b = await bench({
    cloud: {
      write: async ({ id }, apply) => {
        if (id === one) await never;
        apply();
      },
    },
  });
  const [slow, quick] = [await b.finding(one), await b.finding('arn:box:two')];
  for (const finding of [slow, quick])
    granted(await b.desk.request({ finding }, { reason: 'x' }, b.from(ann)));
  granted(await b.desk.approve('R-1', {}, b.from(bob)));
  b.executor.start();
  await vi.waitFor(async () => expect((await kept(b, 'R-1')).targets[0]?.step).toBe('writing'));
  granted(await b.desk.approve('R-2', {}, b.from(bob)));
  b.executor.wake();
  await vi.waitFor(async () => expect((await kept(b, 'R-2')).state).toBe('applied'));
  end();
  await b.executor.settled();
  expect((await kept(b, 'R-1')).state).toBe('applied');
});

test('what cannot move is looked at again with the next tick, and not over and over', async () => {
  const b = await bench({ dead: () => false });
  const finding = await b.finding(one);
  granted(await b.desk.request({ finding }, { reason: 'x' }, b.from(ann)));
  granted(await b.desk.approve('R-1', {}, b.from(bob)));
  const at = b.from(ann).now.toISOString();
  const until = '2027-01-01T00:00:00.000Z';
  const process = { host: 'elsewhere', pid: 1, instance: 'other' };
  await b.store.leases.take({ key: `resource:${one}`, owner: 'R-99', process, at, until });
  const opened = () => b.cloud.asked.filter((a) => a === 'open one').length;
  const before = opened();
  b.executor.start();
  await vi.waitFor(() => expect(opened()).toBeGreaterThan(before));
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(opened() - before).toBeLessThan(4);
  expect((await kept(b, 'R-1')).state).toBe('approved');
});
