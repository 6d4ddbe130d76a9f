import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
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
import { createAuditDesk } from '../../../src/engine/audit-desk.ts';
import { openStore } from '../../../src/store/open.ts';
import { awsEnv, testAccountId } from '../../kit/aws/environment.ts';
import { type AwsProxy, startProxy } from '../../kit/aws/proxy.ts';
import { ledgerOf } from '../kit/ledger.ts';
import { type Line, startLine } from './line.ts';
import type { Road } from './road.ts';

const program = fileURLToPath(new URL('./child.ts', import.meta.url));
const compiled = path.join(tmpdir(), 'hipaa-test-compile-cache');

/** What there is to be put right, and who walks which road for it. `road` is given the handles of the findings. */
export interface Task {
  readonly check: Pick<AnyCheck, 'id' | 'kind' | 'severity'>;
  readonly buckets: number;
  /** Each bucket has this policy from the start. */
  readonly policy?: (bucket: string) => string;
  road(handles: readonly string[]): Road;
}

export interface Ended {
  readonly signal: NodeJS.Signals | null;
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Walker {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

/** Everything that a road leaves behind, without times and names that differ between two beds. */
export type Left = Readonly<Record<string, unknown>>;

/** Buckets, a database and a line of their own, for one road. */
export interface Bed {
  readonly line: Line;
  /** The change requests that reached the cloud, in order: `PutPublicAccessBlock B1`. */
  writes(): readonly string[];
  proxy: AwsProxy;
  start(killAt?: number): Walker;
  left(): Promise<Left>;
  stop(): Promise<void>;
}

const isChange = /^(Put|Delete|Create)/;
/** When, and what is hashed over names: they say nothing of how it ended. */
const times = /^(at|lookAt|\w+(At|By|Until))$/;
const differs = new Set(['version', 'hash', 'finding', 'handle', 'name']);
const isInstant = (value: unknown) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value);

export async function makeBed(
  s3: S3Client,
  endpoint: string,
  folder: string,
  name: string,
  task: Task,
): Promise<Bed> {
  const buckets = Array.from({ length: task.buckets }, (_, i) => `bed-${name}-${i + 1}`);
  const database = path.join(folder, `${name}.db`);
  const proxy = await startProxy({ upstream: endpoint });
  const line = await startLine(proxy.endpoint);
  const handles: string[] = [];
  const store = await openStore(database);
  for (const Bucket of buckets) {
    await s3.send(new CreateBucketCommand({ Bucket }));
    if (task.policy) await s3.send(new PutBucketPolicyCommand({ Bucket, Policy: task.policy(Bucket) }));
    const { id: checkId, kind, severity } = task.check;
    const resource = `arn:aws:s3:::${Bucket}`;
    const place = { provider: 'aws', account: testAccountId, region: 'us-east-1' };
    const at = new Date().toISOString();
    await store.transaction(async (tx) => {
      const { finding } = await tx.findings.apply(
        { ...place, kind, checkId, resource },
        { kind: 'failed', at, severity, because: 'seen' },
        'system:scan',
      );
      if (!finding) throw new Error('no finding was opened');
      handles.push(finding.handle);
      const action = 'finding.new';
      await tx.audit.append({ at, actor: 'system:scan', action, subject: finding.handle, detail: {} });
    });
  }
  await store.close();

  /** Names that hold for every bed. */
  const common = (text: string) => text.replaceAll(`bed-${name}-`, 'B');
  const alike = (value: unknown) =>
    JSON.parse(common(JSON.stringify(value)), (key, v) =>
      differs.has(key) ? undefined : times.test(key) && isInstant(v) ? 'then' : v,
    );
  const writes = () =>
    proxy
      .calls()
      .filter((c) => c.service === 's3' && isChange.test(c.operation) && !c.faulted)
      .map((c) => common(`${c.operation} ${c.bucket}`));

  async function cloud() {
    const orCode = (answer: Promise<object>) => answer.catch((error: Error) => error.name);
    const all = [];
    for (const Bucket of buckets) {
      const block = await orCode(
        s3
          .send(new GetPublicAccessBlockCommand({ Bucket }))
          .then((a) => ({ ...a.PublicAccessBlockConfiguration })),
      );
      const policy = await orCode(
        s3.send(new GetBucketPolicyCommand({ Bucket })).then((a) => ({ text: a.Policy })),
      );
      all.push({ block, policy });
    }
    return all;
  }

  return {
    line,
    proxy,
    writes,
    start(killAt = 0) {
      const road = JSON.stringify(task.road(handles));
      const child = spawn(process.execPath, [program, database, road, String(killAt)], {
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {
          PATH: process.env['PATH'] ?? '',
          HOME: folder,
          NODE_COMPILE_CACHE: compiled,
          ...awsEnv(line.endpoint),
        },
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
      const { findings, audit, integrity } = ledgerOf(database);
      const store = await openStore(database);
      try {
        const { remediations } = await store.remediations.find({});
        const verdict = await createAuditDesk(store).verify();
        const leases = ['run', 'resource'].flatMap((kind) =>
          (kind === 'run' ? remediations.map((r) => r.id) : buckets.map((b) => `arn:aws:s3:::${b}`)).map(
            (id) => `${kind}:${id}`,
          ),
        );
        const mine = { host: hostname(), pid: process.pid, instance: 'next' };
        const at = new Date().toISOString();
        const held: string[] = [];
        for (const key of leases) {
          const dead = () => true; // nobody who walked here lives
          const until = new Date(Date.now() + 60_000).toISOString();
          const fence = await store.leases.take({ key, owner: 'next', process: mine, at, until, dead });
          if (fence === null) held.push(key);
        }
        return alike({
          remediations: remediations.toReversed(),
          // A look may be taken twice; everything else is told once.
          ledger: audit
            .map((a) => `${a.actor} ${a.action} ${/^R-/.test(a.subject) ? a.subject : ''}`)
            .filter((line) => !line.includes('remediation.looked')),
          findings: findings.map(({ status, resolution, because, triage, history }) => ({
            status,
            resolution,
            because,
            triage,
            history,
          })),
          cloud: await cloud(),
          writes: writes(),
          queued: await store.outbox.depth(),
          verified: verdict.ok ? 'ok' : verdict,
          integrity,
          held,
        });
      } finally {
        await store.close();
      }
    },

    async stop() {
      await line.stop();
      await proxy.stop();
      for (const Bucket of buckets) await s3.send(new DeleteBucketCommand({ Bucket }));
      for (const end of ['', '-wal', '-shm']) rmSync(`${database}${end}`, { force: true });
    },
  };
}
