import { isDeepStrictEqual } from 'node:util';
import type { S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eachOf, streamed } from '../../../src/engine/limit.ts';
import { describeWithMoto } from '../../kit/aws/describe-with-moto.ts';
import { s3Of } from '../kit/buckets.ts';
import { folder } from '../kit/hipaa.ts';
import { type Bed, makeBed, type Task } from './bed.ts';
import type { Left } from './left.ts';
import { batch, block, policy } from './tasks.ts';

/** Nothing is kept and nothing is written between one of these and the point before: with `HIPAA_KILL=all`, there too. */
const idle = /^before (a transaction|taking|listing|reading|closing)|^after letting go/;
const everywhere = process.env['HIPAA_KILL'] === 'all';

interface Walked {
  readonly name: string;
  readonly says: string;
  readonly task: Task;
  /** At which points it is killed, and how many they are at least. */
  readonly where: RegExp;
  readonly least: number;
  /** What reaches the cloud, each once. */
  readonly writes: readonly string[];
}

const roads: readonly Walked[] = [
  {
    name: 'block',
    says: 'a fix and its undo, at every step',
    task: block,
    where: /./,
    least: 50,
    writes: ['PutPublicAccessBlock B1', 'DeletePublicAccessBlock B1'],
  },
  {
    name: 'policy',
    says: 'a fix and its undo, around the writes',
    task: policy,
    where: /writing|written|write/,
    least: 16,
    writes: ['PutBucketPolicy B1', 'PutBucketPolicy B1'],
  },
  {
    name: 'batch',
    says: 'three at a time, around the writes and what is seen of them',
    task: batch,
    where: /writing|written|the write|finding|applied/,
    least: 24,
    writes: ['PutPublicAccessBlock B1', 'PutPublicAccessBlock B2', 'PutPublicAccessBlock B3'],
  },
];

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
      const killed = await bed.start({ killAt: n }).ended;
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

  test.each(roads)(
    '$name: $says',
    async ({ name, task, where, least, writes }) => {
      const { passed, left } = await undisturbed(name, task);
      expect(left).toMatchObject({ writes, verified: 'ok', integrity: 'ok', held: [] });
      sum.points += passed.length;
      const chosen = passed
        .map((point, i) => ({ point, n: i + 1 }))
        .filter(({ point }) => everywhere || (where.test(point) && !idle.test(point)));
      expect(chosen.length).toBeGreaterThanOrEqual(least);
      const wrong: { point: string; says: unknown }[] = [];
      await eachOf(streamed(chosen), 2, async ({ point, n }) => {
        const says = await killedAt(n, name, task, left);
        if (says !== null) wrong.push({ point: `${n} ${point}`, says });
      });
      expect(wrong).toEqual([]);
    },
    900_000,
  );
});
