import type { S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeWithMoto } from '../../kit/aws/describe-with-moto.ts';
import { dropConnection, type Fault, serverError, throttle } from '../../kit/aws/proxy.ts';
import { s3Of } from '../kit/buckets.ts';
import { folder } from '../kit/hipaa.ts';
import { type Bed, makeBed, type Task, type Walker } from './bed.ts';
import type { Left } from './left.ts';
import type { Answer } from './line.ts';
import { batch, block, policy } from './tasks.ts';

const never = new Promise<never>(() => {});
const brokenAnswer: Answer = {
  status: 500,
  headers: ['content-type', 'application/xml'],
  body: Buffer.from(
    '<Error><Code>InternalError</Code><Message>We encountered an internal error.</Message></Error>',
  ),
};
const fixOnly = (task: Task): Task => ({
  ...task,
  road: (handles) => ({ ...task.road(handles), undo: false }),
});

describeWithMoto('a write whose answer is not heard', (moto) => {
  const cwd = folder();
  let s3: S3Client;
  let beds = 0;
  /** What a road leaves behind where nothing goes wrong. */
  const usual = new Map<Task, Left>();
  const tasks = { block, policy, 'block, not undone': fixOnly(block) } as const;

  const onBed = async <T>(task: Task, use: (bed: Bed) => Promise<T>): Promise<T> => {
    const bed = await makeBed(s3, moto.endpoint, cwd, `answer-${++beds}`, task);
    try {
      return await use(bed);
    } finally {
      await bed.stop();
    }
  };
  const toItsEnd = async (bed: Bed, hoursLater = 0): Promise<Left> => {
    const { code, err } = await bed.start({ hoursLater }).ended;
    expect([code, err]).toEqual([0, '']);
    return bed.left();
  };

  beforeAll(async () => {
    s3 = s3Of(moto.endpoint);
    for (const task of Object.values(tasks)) usual.set(task, await onBed(task, (bed) => toItsEnd(bed)));
  });
  afterAll(() => s3.destroy());

  describe.each([
    ['block', 0],
    ['block', 1],
    ['policy', 0],
    ['policy', 1],
  ] as const)('of the %s, change %i of the road, and the process is killed', (name, nth) => {
    const task = tasks[name];
    const kill = async ({ child, ended }: Walker) => {
      child.kill('SIGKILL');
      await ended;
    };

    test('after it has reached the cloud: it is found, and not made again', () =>
      onBed(task, async (bed) => {
        const walker = bed.start();
        bed.line.fate(nth, async (deliver) => {
          await deliver();
          await kill(walker);
          return null;
        });
        expect((await walker.ended).signal).toBe('SIGKILL');
        expect(bed.writes()).toHaveLength(nth + 1);
        expect(await toItsEnd(bed)).toEqual(usual.get(task));
      }));

    test('before it has reached the cloud: it is made then', () =>
      onBed(task, async (bed) => {
        const walker = bed.start();
        bed.line.fate(nth, async () => {
          await kill(walker);
          return null;
        });
        expect((await walker.ended).signal).toBe('SIGKILL');
        expect(bed.writes()).toHaveLength(nth);
        expect(await toItsEnd(bed)).toEqual(usual.get(task));
      }));

    test('and it reaches the cloud only after the next one has begun to look: it is waited for', () =>
      onBed(task, async (bed) => {
        const walker = bed.start();
        const late = Promise.withResolvers<() => Promise<unknown>>();
        bed.line.fate(nth, async (deliver) => {
          await kill(walker);
          late.resolve(deliver);
          return never;
        });
        bed.line.meanwhile(/[?&](publicAccessBlock|policy)\b/, await late.promise);
        expect(await toItsEnd(bed)).toEqual(usual.get(task));
      }));
  });

  describe('and nobody starts the process again until its time is over', () => {
    const task = tasks['block, not undone'];
    const killedOn = (bed: Bed, arrives: boolean) => {
      const walker = bed.start();
      bed.line.fate(0, async (deliver) => {
        if (arrives) await deliver();
        walker.child.kill('SIGKILL');
        return null;
      });
      return walker.ended;
    };

    test('what was written is found, looked at and kept', () =>
      onBed(task, async (bed) => {
        expect((await killedOn(bed, true)).signal).toBe('SIGKILL');
        expect(await toItsEnd(bed, 2)).toEqual(usual.get(task));
      }));

    test('what was not written is not written any more', () =>
      onBed(task, async (bed) => {
        expect((await killedOn(bed, false)).signal).toBe('SIGKILL');
        expect(await toItsEnd(bed, 2)).toMatchObject({
          remediations: [{ state: 'failed', targets: [{ step: 'failed', wrote: false }] }],
          findings: [{ status: 'open', history: 'new' }],
          writes: [],
          verified: 'ok',
          held: [],
        });
      }));

    test('of a batch, those are left alone that were not begun', () =>
      onBed(batch, async (bed) => {
        expect((await killedOn(bed, true)).signal).toBe('SIGKILL');
        expect(await toItsEnd(bed, 2)).toMatchObject({
          remediations: [
            { state: 'failed', targets: [{ step: 'verified' }, { step: 'skipped' }, { step: 'skipped' }] },
          ],
          findings: [{ status: 'resolved' }, { status: 'open' }, { status: 'open' }],
          writes: ['PutPublicAccessBlock B1'],
          verified: 'ok',
          held: [],
        });
      }));
  });

  describe('and the process lives', () => {
    const task = tasks['block, not undone'];

    test.each([
      ['the connection broke', async () => null],
      ['an error was answered', async () => brokenAnswer],
      ['nothing was ever answered', () => never],
    ])('%s after it took effect: it is read back and called written', (_, answer) =>
      onBed(task, async (bed) => {
        bed.line.fate(0, async (deliver) => {
          await deliver();
          return answer();
        });
        expect(await toItsEnd(bed)).toEqual(usual.get(task));
      }),
    );

    test.each<[string, Fault]>([
      ['the connection broke', dropConnection()],
      ['an error was answered', serverError()],
    ])('%s before it took effect: it failed, is not tried again, and can be asked for anew', (_, fault) =>
      onBed(task, async (bed) => {
        bed.proxy.rule({ operation: 'PutPublicAccessBlock', times: 1, fault });
        const left = await toItsEnd(bed);
        expect(left).toMatchObject({
          remediations: [{ state: 'failed', writtenAt: null, targets: [{ step: 'failed', wrote: false }] }],
          findings: [{ status: 'open', history: 'new' }],
          writes: [],
          verified: 'ok',
          held: [],
        });
        expect(await toItsEnd(bed)).toMatchObject({
          remediations: [{ state: 'failed' }, { state: 'applied' }],
          findings: [{ status: 'resolved', history: 'new resolved' }],
          writes: ['PutPublicAccessBlock B1'],
          cloud: usual.get(task)?.['cloud'],
          verified: 'ok',
        });
      }),
    );

    test('the cloud asked to slow down: it is tried again', () =>
      onBed(task, async (bed) => {
        bed.proxy.rule({ operation: 'PutPublicAccessBlock', times: 2, fault: throttle() });
        expect(await toItsEnd(bed)).toEqual(usual.get(task));
        expect(bed.proxy.counts().get('s3:PutPublicAccessBlock')).toBe(3);
      }));
  });
});
