import {
  CloudTrailClient,
  CreateTrailCommand,
  PutEventSelectorsCommand,
  StartLoggingCommand,
} from '@aws-sdk/client-cloudtrail';
import {
  CreateBucketCommand,
  PutBucketLifecycleConfigurationCommand,
  PutBucketPolicyCommand,
  PutBucketVersioningCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { awsProvider } from '../../../src/cloud/aws/provider.ts';
import type { Subject } from '../../../src/domain/catalog.ts';
import type { Session } from '../../../src/domain/provider.ts';
import { behindProxy } from '../../kit/aws/behind-proxy.ts';
import { describeWithMoto } from '../../kit/aws/describe-with-moto.ts';
import { clientConfig, testAccountId } from '../../kit/aws/environment.ts';
import { answer, deny, html200 } from '../../kit/aws/proxy.ts';
import { learn } from './s3-kit.ts';

const account: Subject = { id: `arn:aws:iam::${testAccountId}:root`, name: 'test', region: 'global' };
const [east, west] = ['us-east-1', 'us-west-2'];
const open = (...regions: string[]): Promise<Session> =>
  awsProvider([], { regions, concurrency: 8, timeoutMs: 5_000, maxAttempts: 2 }).open(
    { name: 'test', id: testAccountId },
    { signal: new AbortController().signal, optIns: new Set() },
  );

/** A recorded answer in the documented shape of the JSON protocol. */
const says = (body: unknown) =>
  answer(200, { 'content-type': 'application/x-amz-json-1.1' }, JSON.stringify(body));

const organisationTrail = {
  Name: 'organisation',
  S3BucketName: 'archive',
  IsMultiRegionTrail: true,
  IsOrganizationTrail: true,
  HomeRegion: east,
  TrailARN: 'arn:aws:cloudtrail:us-east-1:999988887777:trail/organisation',
  LogFileValidationEnabled: true,
  HasCustomEventSelectors: true,
};

describeWithMoto('CloudTrail on moto', (moto) => {
  const proxy = behindProxy(moto);
  let s3: S3Client;
  let clients: Record<string, CloudTrailClient>;
  let session: Session;

  const ofAccount = (fact: string) => learn(session, 'aws.account', fact, account);
  const trails = async (region: string): Promise<Subject[]> => {
    const found: Subject[] = [];
    for await (const one of session.list('aws.cloudtrail.trail', region)) found.push(one);
    return found;
  };
  const ofTrail = async (fact: string, region = east) => {
    const [trail] = await trails(region);
    if (!trail) throw new Error('no trail');
    return learn(session, 'aws.cloudtrail.trail', fact, trail);
  };
  const make = async (Name: string, region: string, more: { multi?: boolean; on?: boolean } = {}) => {
    const IsMultiRegionTrail = more.multi ?? false;
    const client = clients[region];
    await client?.send(new CreateTrailCommand({ Name, S3BucketName: 'logs', IsMultiRegionTrail }));
    if (more.on ?? true) await client?.send(new StartLoggingCommand({ Name }));
  };
  const record = (TrailName: string, region: string, ...values: string[]) =>
    clients[region]?.send(
      new PutEventSelectorsCommand({
        TrailName,
        EventSelectors: [
          {
            ReadWriteType: 'ReadOnly',
            IncludeManagementEvents: true,
            DataResources: [{ Type: 'AWS::S3::Object', Values: values }],
          },
        ],
      }),
    );

  beforeAll(async () => {
    const config = clientConfig(moto.endpoint);
    s3 = new S3Client({ ...config, forcePathStyle: true });
    clients = {
      [east]: new CloudTrailClient(config),
      [west]: new CloudTrailClient({ ...config, region: west }),
    };
  });
  afterAll(async () => {
    s3.destroy();
    for (const client of Object.values(clients)) client.destroy();
  });
  beforeEach(async () => {
    await moto.reset();
    await s3.send(new CreateBucketCommand({ Bucket: 'logs' }));
    session = await open(east, west);
    proxy.reset();
  });
  afterEach(() => session.close());

  test('no trail at all is known, and fails every question', async () => {
    expect(await ofAccount('apiRecording')).toEqual({ known: true, value: { recording: [], stopped: [] } });
    expect(await ofAccount('everyRegionRecording')).toEqual({
      known: true,
      value: { trails: [], reads: 'none', writes: 'none' },
    });
    expect(await ofAccount('objectReads')).toEqual({
      known: true,
      value: { missingRegions: [east, west], by: [], partly: [] },
    });
    expect(Object.fromEntries(proxy.counts())).toEqual({ 'cloudtrail:DescribeTrails': 2 });
  });

  test('a trail that every region shows is one trail, asked once, at home', async () => {
    await make('main', east, { multi: true });
    await make('old', west, { on: false });
    expect(await ofAccount('apiRecording')).toEqual({
      known: true,
      value: { recording: ['main'], stopped: ['old'] },
    });
    expect(await ofAccount('everyRegionRecording')).toEqual({
      known: true,
      value: { trails: ['main'], reads: 'all', writes: 'all' },
    });
    expect(await ofAccount('objectReads')).toMatchObject({ value: { missingRegions: [east, west], by: [] } });
    expect((await trails(east)).map(({ id }) => id.split('/')[1])).toEqual(['main']);
    expect((await trails(west)).map(({ id }) => id.split('/')[1])).toEqual(['old']);
    expect([...proxy.repeated()]).toEqual([]);
    const asked = proxy.calls().filter(({ operation }) => operation === 'GetTrailStatus');
    expect(asked.map(({ region }) => region).sort()).toEqual([east, west]);
  });

  test('a trail whose home is outside the scan is listed in its first region', async () => {
    await make('main', east, { multi: true });
    await session.close();
    session = await open(west, 'eu-west-1');
    expect(await trails('eu-west-1')).toEqual([]);
    expect(await trails(west)).toMatchObject([{ name: 'main', region: east }]);
    expect(await ofTrail('delivery', west)).toMatchObject({ value: { logging: true } });
  });

  test('object reads: every bucket, some buckets, and one region only', async () => {
    await make('east-only', east);
    await record('east-only', east, 'arn:aws:s3');
    expect(await ofAccount('objectReads')).toEqual({
      known: true,
      value: { missingRegions: [west], by: ['east-only'], partly: [] },
    });
    await make('main', west, { multi: true });
    await record('main', west, 'arn:aws:s3:::phi/');
    await session.close();
    session = await open(east, west);
    expect(await ofAccount('objectReads')).toMatchObject({
      value: { missingRegions: [west], by: ['east-only'], partly: ['main'] },
    });
    await record('main', west, 'arn:aws:s3');
    await session.close();
    session = await open(east, west);
    expect(await ofAccount('objectReads')).toMatchObject({ value: { missingRegions: [] } });
    expect(await ofAccount('objectWrites')).toMatchObject({ value: { missingRegions: [east, west] } });
  });

  test.each(['a page', 'a list that is missing', 'a refusal'])(
    '%s is not an account without trails',
    async (what) => {
      const fault = what === 'a page' ? html200() : what === 'a refusal' ? deny() : says({});
      proxy.rule({ operation: 'DescribeTrails', fault });
      for (const fact of ['apiRecording', 'everyRegionRecording', 'objectReads', 'objectWrites']) {
        expect(await ofAccount(fact)).toMatchObject({ known: false });
      }
      await expect(trails(east)).rejects.toThrow();
    },
  );

  test('a region that refuses matters only where its answer could', async () => {
    await make('main', east, { multi: true });
    proxy.rule({ operation: 'DescribeTrails', match: ({ region }) => region === west, fault: deny() });
    expect(await ofAccount('apiRecording')).toMatchObject({ value: { recording: ['main'] } });
    expect(await ofAccount('everyRegionRecording')).toMatchObject({ value: { reads: 'all' } });
    expect(await ofAccount('objectReads')).toMatchObject({
      known: false,
      reason: 'denied',
      permission: 'cloudtrail:DescribeTrails',
    });
  });

  test("an organisation's trail that refuses its status is unknown, never a failure", async () => {
    proxy.rule({ operation: 'DescribeTrails', fault: says({ trailList: [organisationTrail] }) });
    proxy.rule({ operation: 'GetTrailStatus', fault: deny() });
    for (const fact of ['apiRecording', 'everyRegionRecording', 'objectReads']) {
      expect(await ofAccount(fact)).toMatchObject({ known: false, permission: 'cloudtrail:GetTrailStatus' });
    }
    expect(await trails(east)).toEqual([]);
  });

  test("an organisation's trail that answers is a trail of the account", async () => {
    proxy.rule({ operation: 'DescribeTrails', fault: says({ trailList: [organisationTrail] }) });
    proxy.rule({ operation: 'GetTrailStatus', fault: says({ IsLogging: true }) });
    const selectors = proxy.rule({ operation: 'GetEventSelectors', fault: deny() });
    expect(await ofAccount('apiRecording')).toMatchObject({ value: { recording: ['organisation'] } });
    expect(await ofAccount('everyRegionRecording')).toMatchObject({
      known: false,
      permission: 'cloudtrail:GetEventSelectors',
    });
    selectors.remove();
    proxy.rule({ operation: 'GetEventSelectors', fault: says({ TrailARN: organisationTrail.TrailARN }) });
    await session.close();
    session = await open(east, west);
    expect(await ofAccount('everyRegionRecording')).toMatchObject({ known: false, reason: 'failed' });
  });

  test('what the listing and the status tell of a trail', async () => {
    await make('main', east);
    const told = {
      ...organisationTrail,
      IsOrganizationTrail: false,
      TrailARN: `arn:aws:cloudtrail:us-east-1:${testAccountId}:trail/main`,
      KmsKeyId: 'arn:aws:kms:us-east-1:123456789012:key/k',
      CloudWatchLogsLogGroupArn: 'arn:aws:logs:us-east-1:123456789012:log-group:trail:*',
    };
    proxy.rule({ operation: 'DescribeTrails', fault: says({ trailList: [told] }) });
    proxy.rule({
      operation: 'GetTrailStatus',
      fault: says({
        IsLogging: true,
        LatestDeliveryError: 'AccessDenied',
        LatestCloudWatchLogsDeliveryTime: 1_795_000_000,
        StartLoggingTime: 1_794_000_000,
      }),
    });
    expect(await ofTrail('kmsKey')).toMatchObject({ value: told.KmsKeyId });
    expect(await ofTrail('validation')).toMatchObject({ value: true });
    expect(await ofTrail('logGroup')).toMatchObject({ value: told.CloudWatchLogsLogGroupArn });
    expect(await ofTrail('delivery')).toEqual({
      known: true,
      value: {
        logging: true,
        error: 'AccessDenied',
        digestError: null,
        logGroupError: null,
        logGroupAt: new Date(1_795_000_000_000).toISOString(),
        startedAt: new Date(1_794_000_000_000).toISOString(),
      },
    });
    const asks = async (status: object) => {
      proxy.reset();
      proxy.rule({ operation: 'DescribeTrails', fault: says({ trailList: [told] }) });
      proxy.rule({ operation: 'GetTrailStatus', fault: says(status) });
      await session.close();
      session = await open(east);
      return ofTrail('delivery');
    };
    expect(await asks({ IsLogging: true })).toMatchObject({ known: false, reason: 'unsupported' });
    expect(await asks({ IsLogging: false })).toMatchObject({ value: { startedAt: null } });
  });

  test('what is asked of the log bucket is not asked again of the bucket', async () => {
    await make('main', east);
    const facts = ['bucketVersioning', 'bucketLogging', 'bucketObjectLock', 'logRetention'];
    const answers = Object.fromEntries(
      await Promise.all(facts.map(async (fact) => [fact, await ofTrail(fact)] as const)),
    );
    expect(answers).toEqual({
      bucketVersioning: { known: true, value: { enabled: false, suspended: false, mfaDelete: false } },
      bucketLogging: { known: true, value: null },
      bucketObjectLock: { known: true, value: null },
      logRetention: { known: true, value: { keptDays: null, removedOn: null, asOldVersions: false } },
    });
    const bucket = { id: 'arn:aws:s3:::logs', name: 'logs', region: east };
    for (const fact of ['versioning', 'logging', 'objectLock']) {
      expect(await learn(session, 'aws.s3.bucket', fact, bucket)).toMatchObject({ known: true });
    }
    expect([...proxy.repeated()]).toEqual([]);
  });

  test('how long log files are kept, and when that is not known', async () => {
    await make('main', east);
    const rule = { ID: 'r', Status: 'Enabled' as const, Filter: { Prefix: 'AWSLogs/' } };
    await s3.send(
      new PutBucketLifecycleConfigurationCommand({
        Bucket: 'logs',
        LifecycleConfiguration: { Rules: [{ ...rule, Expiration: { Days: 365 } }] },
      }),
    );
    expect(await ofTrail('logRetention')).toMatchObject({ value: { keptDays: 365 } });
    await s3.send(
      new PutBucketVersioningCommand({ Bucket: 'logs', VersioningConfiguration: { Status: 'Enabled' } }),
    );
    await session.close();
    session = await open(east);
    expect(await ofTrail('logRetention')).toMatchObject({ value: { keptDays: null, asOldVersions: true } });
    await session.close();
    session = await open(east);
    proxy.rule({ operation: 'GetBucketVersioning', fault: deny() });
    expect(await ofTrail('logRetention')).toMatchObject({
      known: false,
      reason: 'denied',
      permission: 's3:GetBucketVersioning',
    });
  });

  test('a log bucket that strangers can read, and one whose answers do not decide', async () => {
    await make('main', east);
    expect(await ofTrail('bucketOpenTo')).toEqual({ known: true, value: null });
    const Statement = [
      { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::logs/*' },
    ];
    await s3.send(
      new PutBucketPolicyCommand({
        Bucket: 'logs',
        Policy: JSON.stringify({ Version: '2012-10-17', Statement }),
      }),
    );
    await session.close();
    session = await open(east);
    expect(await ofTrail('bucketOpenTo')).toEqual({
      known: true,
      value: expect.stringMatching(/s3:GetObject to everyone/),
    });
    await session.close();
    session = await open(east);
    proxy.rule({ operation: 'GetBucketPolicy', fault: deny() });
    expect(await ofTrail('bucketOpenTo')).toMatchObject({ known: false, permission: 's3:GetBucketPolicy' });
  });

  test('the exposure of a bucket of another account is not judged by the block of this one', async () => {
    await make('main', east);
    const isSecond = () => proxy.counts().get('s3:GetBucketLocation') === 2;
    proxy.rule({ operation: 'GetBucketLocation', match: isSecond, fault: deny() });
    expect(await ofTrail('bucketOpenTo')).toMatchObject({ known: false, permission: 's3:GetBucketLocation' });
  });

  test("another account's bucket that refuses leaves its questions open", async () => {
    await make('main', east);
    proxy.rule({ operation: 'GetBucketLocation', fault: deny() });
    const facts = ['bucketVersioning', 'bucketLogging', 'bucketObjectLock', 'logRetention', 'bucketOpenTo'];
    for (const fact of facts) {
      expect(await ofTrail(fact)).toMatchObject({ known: false, permission: 's3:GetBucketLocation' });
    }
    expect(proxy.counts().get('s3:GetBucketLocation')).toBe(1);
  });
});
