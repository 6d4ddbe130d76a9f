import { IAM } from '@aws-sdk/client-iam';
import {
  type GetBucketPolicyStatusCommandOutput,
  HeadObjectCommand,
  ListObjectsV2Command,
  paginateListBuckets,
  S3,
  S3Client,
} from '@aws-sdk/client-s3';
import { S3Control } from '@aws-sdk/client-s3-control';
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clientConfig, s3ControlConfig, testAccountId } from '../kit/aws/environment.ts';
import {
  bucketName,
  bucketTraits,
  type ManyBuckets,
  spawnManyBuckets,
  startManyBuckets,
} from '../kit/aws/many-buckets.ts';

let server: ManyBuckets;
let s3: S3;
beforeAll(async () => {
  server = await startManyBuckets({ buckets: 2500 });
  s3 = new S3(clientConfig(server.endpoint));
});
afterAll(() => server.stop());

const errorName = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'no error',
    (error: Error) => error.name,
  );

describe('ListBuckets', () => {
  test('pages, and names the region only then', async () => {
    const pages: number[] = [];
    const names: string[] = [];
    for await (const page of paginateListBuckets(
      { client: new S3Client(clientConfig(server.endpoint)), pageSize: 1000 },
      {},
    )) {
      pages.push(page.Buckets?.length ?? 0);
      names.push(...(page.Buckets ?? []).map((b) => b.Name ?? ''));
      expect(page.Buckets?.[0]?.BucketRegion).toBe('us-east-1');
    }
    expect(pages).toEqual([1000, 1000, 500]);
    expect(names).toEqual(Array.from({ length: 2500 }, (_, i) => bucketName(i)));

    const whole = await s3.listBuckets({});
    expect(whole.Buckets).toHaveLength(2500);
    expect(whole.Buckets?.[0]).not.toHaveProperty('BucketRegion');
  });
  test('by prefix and region', async () => {
    const ten = await s3.listBuckets({ Prefix: 'bucket-00012', BucketRegion: 'us-east-1' });
    expect(ten.Buckets).toHaveLength(10);
    expect((await s3.listBuckets({ BucketRegion: 'eu-west-1' })).Buckets).toEqual([]);
  });
});

describe('one bucket', () => {
  const first = (wanted: (i: number) => boolean) =>
    Array.from({ length: 300 }, (_, i) => i).find(wanted) ?? -1;
  const with_ = (wanted: (t: ReturnType<typeof bucketTraits>) => boolean) => ({
    Bucket: bucketName(first((i) => wanted(bucketTraits(i)))),
  });

  test.each<
    [
      string,
      (t: ReturnType<typeof bucketTraits>) => boolean,
      (b: { Bucket: string }) => Promise<unknown>,
      string,
    ]
  >([
    ['policy', (t) => !t.hasPolicy, (b) => s3.getBucketPolicy(b), 'NoSuchBucketPolicy'],
    ['policy status', (t) => !t.hasPolicy, (b) => s3.getBucketPolicyStatus(b), 'NoSuchBucketPolicy'],
    [
      'public access block',
      (t) => t.blockPublicAccess === 'absent',
      (b) => s3.getPublicAccessBlock(b),
      'NoSuchPublicAccessBlockConfiguration',
    ],
    [
      'ownership',
      (t) => t.ownership === 'absent',
      (b) => s3.getBucketOwnershipControls(b),
      'OwnershipControlsNotFoundError',
    ],
    [
      'encryption',
      (t) => t.encryption === 'absent',
      (b) => s3.getBucketEncryption(b),
      'ServerSideEncryptionConfigurationNotFoundError',
    ],
    ['tags', (t) => t.tags === 'absent', (b) => s3.getBucketTagging(b), 'NoSuchTagSet'],
    ['website', (t) => !t.website, (b) => s3.getBucketWebsite(b), 'NoSuchWebsiteConfiguration'],
    [
      'replication',
      (t) => !t.replication,
      (b) => s3.getBucketReplication(b),
      'ReplicationConfigurationNotFoundError',
    ],
    [
      'lifecycle',
      (t) => !t.lifecycle,
      (b) => s3.getBucketLifecycleConfiguration(b),
      'NoSuchLifecycleConfiguration',
    ],
    [
      'object lock',
      (t) => !t.objectLock,
      (b) => s3.getObjectLockConfiguration(b),
      'ObjectLockConfigurationNotFoundError',
    ],
    ['cors', (t) => !t.cors, (b) => s3.getBucketCors(b), 'NoSuchCORSConfiguration'],
    ['bucket', () => false, (b) => s3.getBucketAcl(b), 'NoSuchBucket'],
  ])('without %s', async (_, wanted, call, code) => {
    expect(await errorName(call(with_(wanted)))).toBe(code);
  });

  test('what is there is read back', async () => {
    expect(await s3.getBucketPolicyStatus(with_((t) => t.publicPolicy))).toMatchObject({
      PolicyStatus: { IsPublic: true },
    } satisfies Partial<GetBucketPolicyStatusCommandOutput>);
    expect((await s3.getBucketPolicy(with_((t) => t.publicPolicy))).Policy).toContain('"Principal":"*"');
    expect((await s3.getBucketAcl(with_((t) => t.publicAcl))).Grants?.[1]).toEqual({
      Grantee: { Type: 'Group', URI: 'http://acs.amazonaws.com/groups/global/AllUsers' },
      Permission: 'READ',
    });
    expect(await s3.getPublicAccessBlock(with_((t) => t.blockPublicAccess === 'partly'))).toMatchObject({
      PublicAccessBlockConfiguration: { BlockPublicAcls: true, BlockPublicPolicy: false },
    });
    const encryption = await s3.getBucketEncryption(with_((t) => t.encryption === 'aws:kms'));
    expect(encryption.ServerSideEncryptionConfiguration?.Rules?.[0]).toMatchObject({
      ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' },
      BucketKeyEnabled: true,
    });
    expect((await s3.getBucketVersioning(with_((t) => t.versioning === 'Enabled'))).Status).toBe('Enabled');
    expect(await s3.getBucketVersioning(with_((t) => t.versioning === 'never'))).not.toHaveProperty('Status');
    expect((await s3.getBucketLogging(with_((t) => t.logging))).LoggingEnabled?.TargetBucket).toBe(
      'access-logs',
    );
    expect((await s3.getBucketLogging(with_((t) => !t.logging))).LoggingEnabled).toBeUndefined();
    expect((await s3.getBucketTagging(with_((t) => t.tags !== 'absent'))).TagSet).toHaveLength(2);
    expect(
      (await s3.getBucketReplication(with_((t) => t.replication))).ReplicationConfiguration?.Rules,
    ).toHaveLength(1);
    expect((await s3.getBucketLifecycleConfiguration(with_((t) => t.lifecycle))).Rules).toHaveLength(1);
    expect(
      (await s3.getObjectLockConfiguration(with_((t) => t.objectLock))).ObjectLockConfiguration?.Rule,
    ).toMatchObject({
      DefaultRetention: { Mode: 'COMPLIANCE', Years: 6 },
    });
    expect((await s3.getBucketOwnershipControls(with_((t) => t.publicAcl))).OwnershipControls?.Rules).toEqual(
      [{ ObjectOwnership: 'ObjectWriter' }],
    );
    expect((await s3.getBucketWebsite(with_((t) => t.website))).IndexDocument).toEqual({
      Suffix: 'index.html',
    });
    expect((await s3.getBucketCors(with_((t) => t.cors))).CORSRules).toHaveLength(1);
    expect(
      (await s3.listBucketInventoryConfigurations(with_((t) => t.inventory))).InventoryConfigurationList,
    ).toHaveLength(1);
  });

  test('the rest answers empty', async () => {
    const Bucket = bucketName(1);
    expect((await s3.getBucketLocation({ Bucket })).LocationConstraint).toBeUndefined();
    expect((await s3.getBucketRequestPayment({ Bucket })).Payer).toBe('BucketOwner');
    expect((await s3.getBucketAccelerateConfiguration({ Bucket })).Status).toBeUndefined();
    await s3.getBucketNotificationConfiguration({ Bucket });
    for (const list of [
      s3.listBucketIntelligentTieringConfigurations({ Bucket }),
      s3.listBucketAnalyticsConfigurations({ Bucket }),
      s3.listBucketMetricsConfigurations({ Bucket }),
    ]) {
      expect((await list).IsTruncated).toBe(false);
    }
    expect((await s3.headBucket({ Bucket })).BucketRegion).toBe('us-east-1');
    expect((await s3.listObjectsV2({ Bucket })).Contents?.[0]?.Key).toBe('index.txt');
    expect((await s3.headObject({ Bucket, Key: 'index.txt' })).ServerSideEncryption).toBe('AES256');
    expect(await errorName(s3.getBucketAbac({ Bucket }))).toBe('NotImplemented');
  });

  test('strangers see what the traits say', async () => {
    const anonymous = new S3Client({ ...clientConfig(server.endpoint), signer: { sign: async (r) => r } });
    const status = (command: any) =>
      anonymous.send(command).then(
        () => 200,
        (error) => error.$metadata?.httpStatusCode,
      );
    const listable = with_((t) => t.publicAcl);
    const readable = with_((t) => t.publicPolicy);
    expect(await status(new HeadObjectCommand({ ...listable, Key: 'random' }))).toBe(404);
    expect(await status(new HeadObjectCommand({ ...readable, Key: 'random' }))).toBe(403);
    expect(await status(new HeadObjectCommand({ ...readable, Key: 'index.txt' }))).toBe(200);
    expect(await status(new ListObjectsV2Command(with_((t) => !t.publicAcl && !t.publicPolicy)))).toBe(403);
  });
});

test('the account around the buckets', async () => {
  const config = clientConfig(server.endpoint);
  const sts = new STSClient(config);
  expect((await sts.send(new GetCallerIdentityCommand({}))).Account).toBe(testAccountId);
  const role = { RoleArn: `arn:aws:iam::${testAccountId}:role/scan`, RoleSessionName: 's' };
  const assumed = await sts.send(new AssumeRoleCommand(role));
  expect(assumed.Credentials?.Expiration?.getTime()).toBeGreaterThan(Date.now());
  const control = new S3Control(s3ControlConfig(server.endpoint));
  expect(await errorName(control.getPublicAccessBlock({ AccountId: testAccountId }))).toBe(
    'NoSuchPublicAccessBlockConfiguration',
  );
  expect((await control.listAccessPoints({ AccountId: testAccountId })).AccessPointList).toEqual([]);
  const iam = new IAM(config);
  expect((await iam.listUsers({})).Users).toEqual([]);
  const report = Buffer.from((await iam.getCredentialReport({})).Content ?? []).toString();
  const [columns, root] = report.split('\n').map((line) => line.split(','));
  expect(root?.[0]).toBe('<root_account>');
  expect(root).toHaveLength(columns?.length ?? -1);
});

test('a process of its own counts and is slow on purpose', async () => {
  const other = await spawnManyBuckets({ buckets: 30, latencyMs: 40, region: 'eu-central-1' });
  try {
    const client = new S3({ ...clientConfig(other.endpoint), region: 'eu-central-1' });
    const started = performance.now();
    await Promise.all(Array.from({ length: 20 }, (_, i) => client.getBucketAcl({ Bucket: bucketName(i) })));
    expect(performance.now() - started).toBeGreaterThanOrEqual(39);
    expect((await client.getBucketLocation({ Bucket: bucketName(0) })).LocationConstraint).toBe(
      'eu-central-1',
    );
    const stats = await other.stats();
    expect(stats.calls).toEqual({ 's3:GetBucketAcl': 20, 's3:GetBucketLocation': 1 });
    expect(stats.maxConcurrency).toBeGreaterThan(10);
    await other.reset();
    expect((await other.stats()).total).toBe(0);
  } finally {
    await other.stop();
  }
});
