import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  CreateBucketCommand,
  DeleteBucketCommand,
  GetBucketPolicyCommand,
  GetPublicAccessBlockCommand,
  PutBucketPolicyCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import type { AnyCheck } from '../../../src/domain/check.ts';
import { openStore } from '../../../src/store/open.ts';
import { awsEnv, testAccountId } from '../../kit/aws/environment.ts';
import { type AwsProxy, startProxy } from '../../kit/aws/proxy.ts';
import type { Ended } from '../kit/hipaa.ts';
import { alike, type Left, leftIn } from './left.ts';
import { type Line, startLine } from './line.ts';
import type { Road } from './road.ts';

const program = fileURLToPath(new URL('./child.ts', import.meta.url));
const compiled = path.join(tmpdir(), 'hipaa-test-compile-cache');
const isChange = /^(Put|Delete|Create)/;

/** What there is to be put right, and who walks which road for it. `road` is given the handles of the findings. */
export interface Task {
  readonly check: Pick<AnyCheck, 'id' | 'kind' | 'severity'>;
  readonly buckets: number;
  /** Each bucket has this policy from the start. */
  readonly policy?: (bucket: string) => string;
  road(handles: readonly string[]): Road;
}

export interface Walker {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

/** Buckets, a database and a line of their own, for one road. */
export interface Bed {
  readonly line: Line;
  readonly proxy: AwsProxy;
  /** The changes that reached the cloud, in order: `PutPublicAccessBlock B1`. */
  writes(): readonly string[];
  /** A process that walks the road from wherever it was left. */
  start(options?: { killAt?: number; hoursLater?: number }): Walker;
  left(): Promise<Left>;
  stop(): Promise<void>;
}

const arnOf = (bucket: string) => `arn:aws:s3:::${bucket}`;

/** Opens a finding for each bucket, as a scan would; answers their handles. */
async function seed(database: string, { check }: Task, buckets: readonly string[]): Promise<string[]> {
  const { id: checkId, kind, severity } = check;
  const handles: string[] = [];
  const actor = 'system:scan';
  const at = new Date().toISOString();
  const store = await openStore(database);
  for (const bucket of buckets) {
    const place = { provider: 'aws', account: testAccountId, region: 'us-east-1', resource: arnOf(bucket) };
    const event = { kind: 'failed', at, severity, because: 'seen' } as const;
    await store.transaction(async (tx) => {
      const { finding } = await tx.findings.apply({ ...place, kind, checkId }, event, actor);
      if (!finding) throw new Error('no finding was opened');
      await tx.audit.append({ at, actor, action: 'finding.new', subject: finding.handle, detail: {} });
      handles.push(finding.handle);
    });
  }
  await store.close();
  return handles;
}

/** What is set on the bucket, asked of the cloud itself. */
async function setOn(s3: S3Client, Bucket: string): Promise<object> {
  const orCode = (answer: Promise<unknown>) => answer.catch((error: Error) => error.name);
  return {
    block: await orCode(
      s3.send(new GetPublicAccessBlockCommand({ Bucket })).then((a) => a.PublicAccessBlockConfiguration),
    ),
    policy: await orCode(s3.send(new GetBucketPolicyCommand({ Bucket })).then((a) => a.Policy)),
  };
}

export async function makeBed(
  s3: S3Client,
  endpoint: string,
  folder: string,
  name: string,
  task: Task,
): Promise<Bed> {
  const buckets = Array.from({ length: task.buckets }, (_, i) => `bed-${name}-${i + 1}`);
  const database = path.join(folder, `${name}.db`);
  for (const Bucket of buckets) {
    await s3.send(new CreateBucketCommand({ Bucket }));
    if (task.policy) await s3.send(new PutBucketPolicyCommand({ Bucket, Policy: task.policy(Bucket) }));
  }
  const handles = await seed(database, task, buckets);
  const common = (text: string) =>
    handles.reduce(
      (all, handle, i) => all.replaceAll(handle, `F${i + 1}`),
      text.replaceAll(`bed-${name}-`, 'B'),
    );
  const proxy = await startProxy({ upstream: endpoint });
  const line = await startLine(proxy.endpoint);
  const writes = () =>
    proxy
      .calls()
      .filter((c) => c.service === 's3' && isChange.test(c.operation) && !c.faulted)
      .map((c) => common(`${c.operation} ${c.bucket}`));

  return {
    line,
    proxy,
    writes,
    start({ killAt = 0, hoursLater = 0 } = {}) {
      const road = JSON.stringify(task.road(handles));
      const own = { PATH: process.env['PATH'] ?? '', HOME: folder, NODE_COMPILE_CACHE: compiled };
      const child = spawn(process.execPath, [program, database, road, `${killAt}`, `${hoursLater}`], {
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...own, ...awsEnv(line.endpoint) },
      });
      const said = { out: '', err: '' };
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        said.out += text;
      });
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        said.err += text;
      });
      const ended = new Promise<Ended>((resolve, reject) => {
        child.once('error', reject);
        child.once('close', (code, signal) => resolve({ code, signal, ...said }));
      });
      return { child, ended };
    },

    async left() {
      const cloud = [];
      for (const bucket of buckets) cloud.push(await setOn(s3, bucket));
      return alike({ ...(await leftIn(database, buckets.map(arnOf))), cloud, writes: writes() }, common);
    },

    async stop() {
      await line.stop();
      await proxy.stop();
      for (const Bucket of buckets) await s3.send(new DeleteBucketCommand({ Bucket }));
      for (const end of ['', '-wal', '-shm']) rmSync(`${database}${end}`, { force: true });
    },
  };
}
