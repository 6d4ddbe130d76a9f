import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Remediation } from '../../../src/domain/remediation.ts';
import { subject } from '../../story/kit/small-cloud.ts';
import {
  actionsOf,
  approved,
  bench,
  beside,
  bob,
  boxes,
  cem,
  dee,
  granted,
  kept,
  lidCheck,
  refusalOf,
  requested,
  shutLid,
} from './kit.ts';

vi.mock('node:timers/promises', async (original) => (await import('./quick.ts')).quick(original));

const one = 'arn:box:one';

describe('two processes over one ledger', () => {
  test('carry an approved plan out once', async () => {
    const b = await bench({ dead: () => false });
    const others = await Promise.all([beside(b), beside(b)]);
    const { id } = await approved(b, { finding: await b.finding(one) });
    await Promise.all([b, ...others].map(({ executor }) => executor.turn()));
    expect((await kept(b, id)).state).toBe('applied');
    expect(b.cloud.written).toHaveLength(1);
    expect((await actionsOf(b, id)).filter((a) => a === 'remediation.writing')).toHaveLength(1);
    expect((await b.store.audit.verify()).ok).toBe(true);
  });

  test('take one of two approvals at once', async () => {
    const b = await bench({ dead: () => false });
    const other = await beside(b);
    const { id } = await requested(b, { finding: await b.finding(one) });
    const answers = await Promise.all([
      b.desk.approve(id, {}, b.from(bob)),
      other.desk.approve(id, {}, b.from(cem)),
    ]);
    expect(answers.filter((a) => refusalOf(a) === null)).toHaveLength(1);
    expect((await kept(b, id)).votes).toHaveLength(1);
  });

  test('a denial and an approval at once: one of them holds', async () => {
    const b = await bench({ dead: () => false });
    const other = await beside(b);
    const { id } = await requested(b, { finding: await b.finding(one) });
    await Promise.all([b.desk.approve(id, {}, b.from(bob)), other.desk.deny(id, 'no', b.from(cem))]);
    await b.executor.turn();
    const { state } = await kept(b, id);
    expect(['applied', 'denied']).toContain(state);
    expect(b.cloud.written).toHaveLength(state === 'applied' ? 1 : 0);
  });

  test('one holds what the other would carry on, until it is dead', async () => {
    const b = await bench({ dead: () => false });
    const other = await beside(b);
    const { id } = await approved(b, { finding: await b.finding(one) });
    const at = b.engine.now();
    const until = new Date(at.getTime() + 60_000).toISOString();
    const process = { host: 'here', pid: 1, instance: 'elsewhere' };
    await b.store.leases.take({ key: `run:${id}`, owner: 'elsewhere', process, at: at.toISOString(), until });
    await other.executor.turn();
    expect((await kept(b, id)).state).toBe('approved');
    b.later(60_000);
    await other.executor.turn();
    expect((await kept(b, id)).state).toBe('applied');
  });

  test('who has lost the lease keeps nothing more', async () => {
    const b = await bench({
      dead: () => false,
      cloud: {
        write: async (_, apply) => {
          apply();
          // Slower than its lease: another process takes over meanwhile.
          b.later(61_000);
          await other.executor.turn();
        },
      },
    });
    const other = await beside(b);
    const { id } = await approved(b, { finding: await b.finding(one) });
    await b.executor.turn();
    expect((await kept(b, id)).state).toBe('applied');
    expect(b.cloud.written).toHaveLength(1);
    const actions = await actionsOf(b, id);
    expect(actions.filter((a) => a === 'remediation.written')).toHaveLength(1);
    expect(await kept(b, id)).toMatchObject({ version: actions.length });
  });
});

describe('a resource that two plans would change', () => {
  const latch = {
    ...lidCheck,
    id: 'aws/box/latch',
    facts: ['latch'],
    evaluate: ({ latch }: Readonly<Record<string, unknown>>) =>
      latch === 'shut' ? { status: 'pass' as const } : { status: 'fail' as const, because: 'no latch' },
  };
  const both = {
    checks: [lidCheck, latch],
    remedies: [shutLid, { ...shutLid, id: 'aws/box/latch', cures: ['aws/box/latch'], fact: 'latch' }],
    kinds: boxes([one], {
      list: () => [subject(one, { name: 'one' })],
      facts: { lid: { read: () => 'open', write: {} }, latch: { read: () => 'open', write: {} } },
    }),
  };

  test('waits while another remediation holds it, and is carried out after', async () => {
    const b = await bench({ ...both, dead: () => false });
    const { id } = await approved(b, { finding: await b.finding(one) });
    const hold = {
      key: `resource:${one}`,
      owner: 'R-99',
      process: { host: 'here', pid: 1, instance: 'elsewhere' },
      at: b.engine.now().toISOString(),
      until: new Date(b.engine.now().getTime() + 60_000).toISOString(),
    };
    expect(await b.store.leases.take(hold)).not.toBeNull();
    await b.executor.turn();
    expect([(await kept(b, id)).state, b.cloud.written.length]).toEqual(['approved', 0]);
    await b.store.leases.release('R-99');
    await b.executor.turn();
    expect((await kept(b, id)).state).toBe('applied');
    // And it holds nothing afterwards.
    expect(await b.store.leases.holder(`resource:${one}`, b.engine.now().toISOString())).toBeNull();
  });

  test('is held for as long as the write takes', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const holders: unknown[] = [];
    const held = () => b.store.leases.holder(`resource:${one}`, b.engine.now().toISOString());
    const b = await bench({
      dead: () => false,
      cloud: {
        write: async (_, apply) => {
          for (let times = 0; times < 4; times++) {
            b.later(5 * 60_000);
            await vi.advanceTimersByTimeAsync(15_000);
            // The renewal is a write of its own, which nobody here waits for.
            await vi.waitFor(async () => expect(await held()).not.toBeNull());
            holders.push(await held());
          }
          apply();
        },
      },
    });
    const { id } = await approved(b, { finding: await b.finding(one) });
    await b.executor.turn();
    expect((await kept(b, id)).state).toBe('applied');
    expect(holders).toHaveLength(4);
    expect(await held()).toBeNull();
  });

  test('is not planned anew while a plan for it is under way', async () => {
    const b = await bench(both);
    await approved(b, { finding: await b.finding(one) });
    const answer = await b.desk.request(
      { finding: await b.finding(one, latch) },
      { reason: 'x' },
      b.from(dee),
    );
    expect(refusalOf(answer)).toBe('R-1 is changing this resource now. Wait until it is over.');
  });

  test('asked for by two at once: one plan stands', async () => {
    const b = await bench({ ...both, dead: () => false });
    const other = await beside(b);
    const [lid, catching] = [await b.finding(one), await b.finding(one, latch)];
    await Promise.all([
      b.desk.request({ finding: lid }, { reason: 'x' }, b.from(dee)),
      other.desk.request({ finding: catching }, { reason: 'x' }, b.from(dee)),
    ]);
    const { remediations } = await b.desk.find({});
    expect(remediations.map((r: Remediation) => r.state).sort()).toContain('proposed');
    expect(remediations.filter((r) => r.state === 'proposed')).toHaveLength(1);
    for (const r of remediations.filter((one) => one.state === 'proposed'))
      expect(granted(await b.desk.approve(r.id, {}, b.from(bob))).state).toBe('approved');
  });
});
