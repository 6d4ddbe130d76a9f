import { describe, expect, test, vi } from 'vitest';
import { CloudError } from '../../../src/domain/errors.ts';
import type { Store } from '../../../src/domain/store.ts';
import type { Written } from '../../story/kit/small-cloud.ts';
import {
  actionsOf,
  ann,
  approved,
  type Bench,
  bench,
  bob,
  carried,
  dee,
  granted,
  interrupted,
  kept,
  refusalOf,
  requested,
  undoing,
} from './kit.ts';
import { waited } from './quick.ts';

vi.mock('node:timers/promises', async (original) => (await import('./quick.ts')).quick(original));

const one = 'arn:box:one';
type Write = (write: Written, apply: () => void) => Promise<void> | void;

/** Carries one fix out over a cloud that writes in its own way. */
async function wrote(write: Write) {
  const b = await bench({ cloud: { write } });
  const r = await carried(b, { finding: await b.finding(one) });
  return { b, r, attempts: b.cloud.asked.filter((a) => a.startsWith('write')).length };
}

describe('a write', () => {
  test('that is refused fails, with the permission that is missing', async () => {
    const { b, r } = await wrote(() => {
      throw new CloudError('denied', 'you may not', 'box:PutLid');
    });
    expect(r).toMatchObject({
      state: 'failed',
      because: 'you may not: box:PutLid',
      looks: [],
      writtenAt: null,
    });
    expect(r.targets[0]).toMatchObject({ step: 'failed', wrote: false });
    expect((await b.store.findings.get(r.plan.targets[0].finding))?.status).toBe('open');
  });

  test('that came into force and answered with an error is found out, and verified', async () => {
    const { r, attempts } = await wrote((_, apply) => {
      apply();
      throw new CloudError('failed', 'the line was cut');
    });
    expect([r.state, attempts]).toEqual(['applied', 1]);
  });

  test('of which only a part came into force fails, and is undone from what it left', async () => {
    const b = await bench({
      cloud: {
        write: ({ kind, fact, id, value }, apply) => {
          if (value !== 'shut') return apply();
          b.cloud.set(kind, fact, id, 'ajar');
          throw new CloudError('denied', 'you may not', 'box:PutLid');
        },
      },
    });
    const { id } = await carried(b, { finding: await b.finding(one) });
    expect(await kept(b, id)).toMatchObject({
      state: 'failed',
      targets: [{ step: 'failed', wrote: true }],
      found: ['ajar'],
    });
    const undo = await undoing(b, id);
    expect(undo.plan.targets[0]).toMatchObject({ before: 'ajar', after: 'open' });
    granted(await b.desk.approve(undo.id, {}, b.from(bob)));
    await b.executor.turn();
    expect([(await kept(b, undo.id)).state, (await kept(b, id)).state]).toEqual(['applied', 'undone']);
  });

  test('of which only a part came into force is not undone over the change of somebody else', async () => {
    const b = await bench({
      cloud: {
        write: ({ kind, fact, id }) => {
          b.cloud.set(kind, fact, id, 'ajar');
          throw new CloudError('denied', 'you may not', 'box:PutLid');
        },
      },
    });
    const { id } = await carried(b, { finding: await b.finding(one) });
    b.cloud.set('aws.box', 'lid', one, 'gone');
    expect(refusalOf(await b.desk.undo(id, { reason: 'x' }, b.from(ann)))).toContain(
      'somebody has changed it',
    );
  });

  test('that is asked to slow down is tried again a few times, ever later', async () => {
    let n = 0;
    waited.length = 0;
    const { r, attempts } = await wrote((_, apply) => {
      n++;
      if (n < 4) throw new CloudError('throttled', 'slow down');
      apply();
    });
    expect([r.state, attempts]).toEqual(['applied', 4]);
    expect(waited).toEqual([500, 2_000, 8_000]);
  });

  test('that is slowed down each time fails, unwritten', async () => {
    const { r, attempts } = await wrote(() => {
      throw new CloudError('throttled', 'slow down');
    });
    expect([r.state, r.because, attempts]).toEqual(['failed', 'slow down', 4]);
    expect(r.targets[0]?.wrote).toBe(false);
  });

  test('that is slowed down is not tried again once the switch is thrown', async () => {
    let stop = async () => {};
    const b = await bench({
      cloud: {
        write: async () => {
          await stop();
          throw new CloudError('throttled', 'slow down');
        },
      },
    });
    stop = async () => {
      stop = async () => {};
      granted(await b.freeze.on('stop', b.from(dee)));
    };
    const r = await carried(b, { finding: await b.finding(one) });
    expect(b.cloud.asked.filter((a) => a.startsWith('write'))).toHaveLength(1);
    expect(r).toMatchObject({ state: 'failed', because: 'Dee has stopped every change: stop' });
  });

  test('that takes effect and does not satisfy the check is unverified, not done', async () => {
    const { r } = await wrote(() => {
      // Answered with success, and nothing came of it.
    });
    expect(r).toMatchObject({ state: 'unverified', because: 'what is there is not what was written' });
  });
});

describe('the kill switch', () => {
  test('between the approval and the execution: not executed', async () => {
    const b = await bench();
    const { id } = await approved(b, { finding: await b.finding(one) });
    granted(await b.freeze.on('an intruder', b.from(ann)));
    await b.executor.turn();
    expect(await kept(b, id)).toMatchObject({
      state: 'frozen',
      because: 'Ann has stopped every change: an intruder',
    });
    expect(b.cloud.written).toEqual([]);
  });

  test('thrown while the state is being read once more: not written', async () => {
    let reads = async () => {};
    const b = await bench({
      cloud: {
        open: () => reads(),
      },
    });
    const { id } = await approved(b, { finding: await b.finding(one) });
    let n = 0;
    // The last read before the intent is kept.
    reads = async () => {
      n++;
      if (n === 2) granted(await b.freeze.on('an intruder', b.from(ann)));
    };
    await b.executor.turn();
    expect((await kept(b, id)).state).toBe('frozen');
    expect(b.cloud.written).toEqual([]);
    expect(await actionsOf(b, id)).not.toContain('remediation.writing');
  });

  test('holds after a crash, too: what was meant and not written is not written then', async () => {
    const b = await bench();
    const { id } = await approved(b, { finding: await b.finding(one) });
    await interrupted(b, id);
    granted(await b.freeze.on('an intruder', b.from(ann)));
    await b.executor.turn();
    expect(b.cloud.written).toEqual([]);
    expect(await kept(b, id)).toMatchObject({
      state: 'failed',
      because: 'Ann has stopped every change: an intruder',
      targets: [{ wrote: false }],
    });
  });

  test('lets what was meant before a crash be written after it, once, when it is off', async () => {
    const b = await bench();
    const { id } = await approved(b, { finding: await b.finding(one) });
    await interrupted(b, id);
    await b.executor.turn();
    expect([(await kept(b, id)).state, b.cloud.written.length]).toEqual(['applied', 1]);
  });

  test('nothing is approved while it holds; a request may be made', async () => {
    const b = await bench();
    granted(await b.freeze.on('stop', b.from(dee)));
    const { id } = await requested(b, { finding: await b.finding(one) });
    expect(refusalOf(await b.desk.approve(id, {}, b.from(bob)))).toBe(
      'R-1 cannot be approved now: Dee has stopped every change: stop.',
    );
  });

  test('a change freeze of the configuration stops it as well', async () => {
    let shut = false;
    const windows = [{ name: 'year end', until: () => (shut ? '2027-01-02T00:00:00.000Z' : null) }];
    const b = await bench({ rules: { windows } });
    const { id } = await approved(b, { finding: await b.finding(one) });
    shut = true;
    await b.executor.turn();
    expect(await kept(b, id)).toMatchObject({
      state: 'frozen',
      because: 'the change freeze “year end” holds until 2027-01-02T00:00:00.000Z',
    });
  });
});

/** A ledger that takes no record while `broken` says so. */
function unwritable(store: Store, broken: (action: string) => boolean): Store {
  return {
    ...store,
    audit: {
      ...store.audit,
      append: (entry) => {
        if (broken(entry.action)) return Promise.reject(new Error('the disk is full'));
        return store.audit.append(entry);
      },
    },
    transaction: (work) => store.transaction((tx) => work(unwritable(tx, broken))),
  };
}

describe('a ledger that cannot be written', () => {
  const broken = async (action: string): Promise<Bench & { mend(): void }> => {
    let away = true;
    const b = await bench({ store: (store) => unwritable(store, (a) => away && a === action) });
    return {
      ...b,
      mend() {
        away = false;
      },
    };
  };

  test.each(['remediation.executing', 'remediation.writing'])('at %s: nothing is written', async (action) => {
    const b = await broken(action);
    const { id } = await approved(b, { finding: await b.finding(one) });
    await b.executor.turn();
    expect(b.cloud.written).toEqual([]);
    expect(b.cloud.mandates).toEqual([]);
    b.mend();
    await b.executor.turn();
    expect((await kept(b, id)).state).toBe('applied');
    expect(b.cloud.written).toHaveLength(1);
  });

  test('at remediation.written: it is found out afterwards, and not written twice', async () => {
    const b = await broken('remediation.written');
    const { id } = await approved(b, { finding: await b.finding(one) });
    await b.executor.turn();
    expect((await kept(b, id)).targets[0]).toMatchObject({ step: 'writing', wrote: true });
    b.mend();
    await b.executor.turn();
    expect((await kept(b, id)).state).toBe('applied');
    expect(b.cloud.written).toHaveLength(1);
  });

  test('a vote that cannot be recorded is no vote', async () => {
    const b = await broken('remediation.approved');
    const { id } = await requested(b, { finding: await b.finding(one) });
    await expect(b.desk.approve(id, {}, b.from(bob))).rejects.toThrow('the disk is full');
    expect(await kept(b, id)).toMatchObject({ state: 'proposed', votes: [] });
  });
});
