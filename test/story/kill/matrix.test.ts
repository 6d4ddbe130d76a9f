import { isDeepStrictEqual } from 'node:util';
import type { S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eachOf, streamed } from '../../../src/engine/limit.ts';
import { describeWithMoto } from '../../kit/aws/describe-with-moto.ts';
import { s3Of } from '../kit/buckets.ts';
import { folder } from '../kit/hipaa.ts';
import { type Bed, type Left, makeBed, type Task } from './bed.ts';
import { batch, block, policy } from './tasks.ts';

/** Between one of these and the point before it nothing is kept and nothing is written: `HIPAA_KILL=all` dies there, too. */
const idle = /^before (a transaction|taking|listing|reading|closing)|^after letting go/;
const writing = /writing|written|write/;
const everywhere = process.env['HIPAA_KILL'] === 'all';

interface Told {
  readonly point: string;
  readonly says: unknown;
}

describeWithMoto('kill -9 on the road of a fix', (moto) => {
  const cwd = folder();
  const sum = { points: 0, kills: 0, restarts: 0, writes: 0 };
  let s3: S3Client;
  beforeAll(() => {
    s3 = s3Of(moto.endpoint);
  });
  afterAll(() => {
    s3.destroy();
    const { points, kills, restarts, writes } = sum;
    console.log(
      `kill matrix: ${kills} of ${points} points killed, ${restarts} restarts, ${writes} writes in the cloud`,
    );
  });

  const onBed = async <T>(name: string, task: Task, use: (bed: Bed) => Promise<T>): Promise<T> => {
    const bed = await makeBed(s3, moto.endpoint, cwd, name, task);
    try {
      return await use(bed);
    } finally {
      await bed.stop();
    }
  };

  /** The road without a kill: its points, and what it leaves behind. */
  const undisturbed = (name: string, task: Task) =>
    onBed(`${name}-0`, task, async (bed) => {
      const ended = await bed.start().ended;
      expect([ended.code, ended.err]).toEqual([0, '']);
      return { passed: JSON.parse(ended.out) as readonly string[], left: await bed.left() };
    });

  /** Killed at one point and started again: null if it came to the same end. */
  const killedAt = (n: number, name: string, task: Task, wanted: Left): Promise<unknown> =>
    onBed(`${name}-${n}`, task, async (bed) => {
      const killed = await bed.start(n).ended;
      if (killed.signal !== 'SIGKILL') return { notKilled: killed };
      sum.kills++;
      const ended = await bed.start().ended;
      sum.restarts++;
      sum.writes += bed.writes().length;
      if (ended.code !== 0 || ended.err !== '') return { notEnded: ended };
      const left = await bed.left();
      const differing = Object.keys(wanted).filter((key) => !isDeepStrictEqual(left[key], wanted[key]));
      return differing.length === 0 ? null : Object.fromEntries(differing.map((key) => [key, left[key]]));
    });

  test.each([
    [
      'block',
      'a fix and its undo',
      block,
      /./,
      40,
      ['PutPublicAccessBlock B1', 'DeletePublicAccessBlock B1'],
    ],
    [
      'policy',
      'a fix and its undo, around the writes',
      policy,
      writing,
      10,
      ['PutBucketPolicy B1', 'PutBucketPolicy B1'],
    ],
    [
      'batch',
      'three at a time, around the writes and the first look',
      batch,
      /writing|written|write|finding|applied/,
      20,
      [1, 2, 3].map((n) => `PutPublicAccessBlock B${n}`),
    ],
  ] as const)(
    '%s: %s',
    async (name, _, task, where, least, writes) => {
      const { passed, left } = await undisturbed(name, task);
      expect(left).toMatchObject({ writes, verified: 'ok', integrity: 'ok', held: [] });
      sum.points += passed.length;
      const chosen = passed
        .map((point, i) => ({ point, n: i + 1 }))
        .filter(({ point }) => everywhere || (where.test(point) && !idle.test(point)));
      expect(chosen.length).toBeGreaterThanOrEqual(least);
      const wrong: Told[] = [];
      await eachOf(streamed(chosen), 2, async ({ point, n }) => {
        const says = await killedAt(n, name, task, left);
        if (says !== null) wrong.push({ point: `${n} ${point}`, says });
      });
      expect(wrong).toEqual([]);
    },
    600_000,
  );
});
