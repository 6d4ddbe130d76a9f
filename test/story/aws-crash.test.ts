import { setTimeout as pause } from 'node:timers/promises';
import {
  CreateBucketCommand,
  DeleteBucketCommand,
  PutBucketTaggingCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { describeWithMoto } from '../kit/aws/describe-with-moto.ts';
import { awsEnv } from '../kit/aws/environment.ts';
import { type AwsProxy, startProxy } from '../kit/aws/proxy.ts';
import { s3Of } from './kit/buckets.ts';
import { documentOf, nameOf } from './kit/document.ts';
import { type Ended, folder, hipaa, type Started, sentences, start } from './kit/hipaa.ts';
import { ledgerOf } from './kit/ledger.ts';

/** A full batch of one transaction, and a part of another. */
const buckets = Array.from({ length: 26 }, (_, i) => `ward-${String(i + 1).padStart(2, '0')}`);
const callsOfAScan = 26 * 14;

describeWithMoto('a scan that does not come to its end', (moto) => {
  let proxy: AwsProxy;
  let s3: S3Client;
  const cwd = folder();
  const database = `${cwd}/hipaa.db`;
  const place = () => ({ cwd, env: { ...awsEnv(proxy.endpoint), HIPAA_DATABASE: database } });
  const scanning = ['scan', '--format', 'json', '--all', '--service', 's3', '--service', 'resource'];

  /** Starts a scan on a slow line and waits until it has made so many calls. */
  const startScan = async (calls: number): Promise<Started> => {
    proxy.reset();
    proxy.setLatency(4);
    const scan = start(scanning, place());
    const deadline = Date.now() + 30_000;
    while (proxy.calls().length < calls && scan.child.exitCode === null && Date.now() < deadline)
      await pause(3);
    expect(scan.child.exitCode).toBeNull();
    return scan;
  };
  const toItsEnd = async (): Promise<Ended> => {
    proxy.reset();
    proxy.setLatency(0);
    return hipaa(scanning, place());
  };
  const scans = () => ledgerOf(database).scans.map(({ state }) => state);
  const told = () =>
    ledgerOf(database).findings.map((f) => `${f.check_id} ${nameOf(f.resource)} ${f.status} ${f.history}`);
  const expectWhole = async () => {
    expect(ledgerOf(database).integrity).toBe('ok');
    const verified = await hipaa(['audit', 'verify'], place());
    expect([verified.code, sentences(verified)]).toEqual([0, []]);
  };

  beforeAll(async () => {
    proxy = await startProxy({ upstream: moto.endpoint });
    s3 = s3Of(moto.endpoint);
    for (const Bucket of buckets) await s3.send(new CreateBucketCommand({ Bucket }));
    const ended = await toItsEnd();
    expect(ended.code, ended.err).toBe(1);
    expect(proxy.calls().length).toBeGreaterThan(callsOfAScan);
    expect(new Set(told().map((line) => line.split(' ').slice(2).join(' ')))).toEqual(new Set(['open new']));
    // From here on one bucket is gone and one is better, if anybody comes to the end of looking.
    await s3.send(new DeleteBucketCommand({ Bucket: 'ward-01' }));
    const Tagging = { TagSet: [{ Key: 'Owner', Value: 'ann' }] };
    await s3.send(new PutBucketTaggingCommand({ Bucket: 'ward-26', Tagging }));
  });
  afterAll(async () => {
    s3.destroy();
    await proxy.stop();
  });
  beforeEach(() => proxy.reset());

  test.each([
    ['before the first answer', 1],
    ['in the first batch', 100],
    ['after a batch was kept', 300],
    ['near the end', callsOfAScan - 20],
  ])('killed %s: the ledger is whole, and nothing is called gone', async (_, calls) => {
    const before = told();
    const { child, ended } = await startScan(calls);
    child.kill('SIGKILL');
    expect((await ended).signal).toBe('SIGKILL');
    expect(scans().at(-1)).toBe('running');
    await expectWhole(); // also the next start, which finds the dead scan
    expect(scans().at(-1)).toBe('interrupted');
    expect(told()).toEqual(before);
  });

  test('the next scan begins at once, comes to its end, and says what there is to say', async () => {
    const ended = await toItsEnd();
    expect(ended.code, ended.err).toBe(1);
    expect(documentOf(ended).scan.state).toBe('finished');
    const changed = told().filter((line) => !line.endsWith(' open new'));
    const gone = changed.filter((line) => line.endsWith('resolved new gone'));
    expect(new Set(gone.map((line) => line.split(' ')[1]))).toEqual(new Set(['ward-01']));
    expect(changed.filter((line) => !gone.includes(line))).toEqual([
      'aws/resource/has-any-tags ward-26 resolved new resolved',
    ]);
    expect(scans()).toEqual(['finished', ...Array(4).fill('interrupted'), 'finished']);
    await expectWhole();
  });

  test.each(['SIGINT', 'SIGTERM'] as const)(
    '%s ends it in order: cancelled, exit 2, nothing gone',
    async (signal) => {
      await s3.send(new DeleteBucketCommand({ Bucket: signal === 'SIGINT' ? 'ward-02' : 'ward-03' }));
      const before = told();
      const { child, ended } = await startScan(200);
      child.kill(signal);
      const end = await ended;
      expect(end.code).toBe(2);
      expect(sentences(end)).toEqual([
        'hipaa: Cancelling; press again to leave at once.',
        'hipaa: The scan was cancelled before its end.',
      ]);
      const { scan, coverage, observations } = documentOf(end);
      expect(scan.state).toBe('cancelled');
      // What was assessed to its end is said, and kept.
      expect(coverage.assessed).toBeGreaterThan(100);
      expect(observations).toHaveLength(coverage.assessed);
      expect(scans().at(-1)).toBe('cancelled');
      expect(ledgerOf(database).audit.at(-1)).toMatchObject({ action: 'scan.cancelled' });
      expect(told()).toEqual(before);
      // Calls end with it, not some minutes later.
      expect(proxy.calls().length).toBeLessThan(300);
    },
  );

  test('interrupted twice it leaves at once, and the next start says so', async () => {
    const { child, ended } = await startScan(100);
    proxy.setLatency(5_000);
    await pause(50);
    child.kill('SIGINT');
    child.kill('SIGTERM');
    expect((await ended).code).toBe(2);
    await expectWhole();
    expect(['cancelled', 'interrupted']).toContain(scans().at(-1));
  });

  test('a second scan on the same database is refused with a sentence, and the first does not notice', async () => {
    const first = await startScan(20);
    proxy.setLatency(1_000);
    const second = await hipaa(scanning, place());
    expect([second.code, second.out]).toEqual([2, '']);
    expect(sentences(second)).toEqual([
      'hipaa: A scan is already running. `scan cancel` ends it; `status` shows it.',
    ]);
    const status = await hipaa(['status'], place());
    expect([status.code, status.out]).toEqual([0, expect.stringMatching(/running/i)]);
    proxy.setLatency(0);
    const ended = await first.ended;
    expect([ended.code, documentOf(ended).scan.state]).toEqual([1, 'finished']);
    expect(scans().filter((state) => state === 'running')).toEqual([]);
    await expectWhole();
  });
});
