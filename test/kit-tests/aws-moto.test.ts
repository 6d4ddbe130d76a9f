import { CloudFront } from '@aws-sdk/client-cloudfront';
import { CloudTrail } from '@aws-sdk/client-cloudtrail';
import { CloudWatch } from '@aws-sdk/client-cloudwatch';
import { IAM } from '@aws-sdk/client-iam';
import { KMS } from '@aws-sdk/client-kms';
import { S3 } from '@aws-sdk/client-s3';
import { S3Control } from '@aws-sdk/client-s3-control';
import { STS } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { describeWithMoto } from '../kit/aws/describe-with-moto.ts';
import { awsEnv, clientConfig, s3ControlConfig, testAccountId } from '../kit/aws/environment.ts';
import { type AwsProxy, answer, deny, html200, startProxy, throttle } from '../kit/aws/proxy.ts';

const Bucket = 'fresh-bucket';
const AccountId = testAccountId;
const failure = (promise: Promise<unknown>): Promise<any> =>
  promise.then(
    () => ({ name: 'no error' }),
    (error) => error,
  );

describeWithMoto('the SDK, the proxy and moto', (moto) => {
  let proxy: AwsProxy;
  let s3: S3;
  let control: S3Control;
  let iam: IAM;
  let kms: KMS;
  let trail: CloudTrail;
  let watch: CloudWatch;
  let front: CloudFront;
  let sts: STS;

  beforeAll(async () => {
    proxy = await startProxy({ upstream: moto.endpoint });
    const config = clientConfig(proxy.endpoint);
    s3 = new S3(config);
    control = new S3Control(s3ControlConfig(proxy.endpoint));
    iam = new IAM(config);
    kms = new KMS(config);
    trail = new CloudTrail(config);
    watch = new CloudWatch(config);
    front = new CloudFront(config);
    sts = new STS(config);
  });
  afterAll(() => proxy.stop());
  beforeEach(async () => {
    proxy.reset();
    await moto.reset();
    await s3.createBucket({ Bucket });
    proxy.reset();
  });

  test('operations are named at the wire', async () => {
    const calls: [string, () => Promise<unknown>][] = [
      ['s3:ListBuckets', () => s3.listBuckets({ MaxBuckets: 10 })],
      ['s3:HeadBucket', () => s3.headBucket({ Bucket })],
      ['s3:GetBucketLocation', () => s3.getBucketLocation({ Bucket })],
      ['s3:GetBucketAcl', () => s3.getBucketAcl({ Bucket })],
      ['s3:GetBucketPolicy', () => s3.getBucketPolicy({ Bucket })],
      ['s3:GetBucketPolicyStatus', () => s3.getBucketPolicyStatus({ Bucket })],
      ['s3:GetPublicAccessBlock', () => s3.getPublicAccessBlock({ Bucket })],
      ['s3:GetBucketOwnershipControls', () => s3.getBucketOwnershipControls({ Bucket })],
      ['s3:GetBucketEncryption', () => s3.getBucketEncryption({ Bucket })],
      ['s3:GetBucketVersioning', () => s3.getBucketVersioning({ Bucket })],
      ['s3:GetBucketLogging', () => s3.getBucketLogging({ Bucket })],
      ['s3:GetBucketTagging', () => s3.getBucketTagging({ Bucket })],
      ['s3:GetBucketWebsite', () => s3.getBucketWebsite({ Bucket })],
      ['s3:GetBucketReplication', () => s3.getBucketReplication({ Bucket })],
      ['s3:GetBucketLifecycleConfiguration', () => s3.getBucketLifecycleConfiguration({ Bucket })],
      ['s3:GetObjectLockConfiguration', () => s3.getObjectLockConfiguration({ Bucket })],
      ['s3:ListBucketInventoryConfigurations', () => s3.listBucketInventoryConfigurations({ Bucket })],
      ['s3:ListObjectsV2', () => s3.listObjectsV2({ Bucket, MaxKeys: 1 })],
      [
        's3:PutPublicAccessBlock',
        () => s3.putPublicAccessBlock({ Bucket, PublicAccessBlockConfiguration: {} }),
      ],
      ['s3:DeletePublicAccessBlock', () => s3.deletePublicAccessBlock({ Bucket })],
      ['s3:PutObject', () => s3.putObject({ Bucket, Key: 'a/b c', Body: 'x' })],
      ['s3:HeadObject', () => s3.headObject({ Bucket, Key: 'a/b c' })],
      ['s3:GetObjectAcl', () => s3.getObjectAcl({ Bucket, Key: 'a/b c' })],
      ['s3control:GetPublicAccessBlock', () => control.getPublicAccessBlock({ AccountId })],
      ['s3control:ListAccessPoints', () => control.listAccessPoints({ AccountId })],
      [
        's3control:GetAccessPointPolicyStatus',
        () => control.getAccessPointPolicyStatus({ AccountId, Name: 'x' }),
      ],
      ['s3control:ListMultiRegionAccessPoints', () => control.listMultiRegionAccessPoints({ AccountId })],
      ['iam:ListUsers', () => iam.listUsers({})],
      ['iam:GetAccountSummary', () => iam.getAccountSummary({})],
      ['iam:GenerateCredentialReport', () => iam.generateCredentialReport({})],
      ['kms:ListKeys', () => kms.listKeys({})],
      ['cloudtrail:DescribeTrails', () => trail.describeTrails({})],
      ['cloudwatch:DescribeAlarms', () => watch.describeAlarms({})],
      ['cloudfront:ListDistributions', () => front.listDistributions({})],
      ['sts:GetCallerIdentity', () => sts.getCallerIdentity({})],
      [
        'sts:AssumeRole',
        () => sts.assumeRole({ RoleArn: `arn:aws:iam::${AccountId}:role/x`, RoleSessionName: 's' }),
      ],
    ];
    for (const [, call] of calls) await failure(call());
    expect(proxy.calls().map((c) => `${c.service}:${c.operation}`)).toEqual(calls.map(([name]) => name));
    expect(proxy.calls().every((c) => c.signed && c.region === 'us-east-1')).toBe(true);
    expect(proxy.repeated().size).toBe(0);
  });

  test('a bucket in the host name', async () => {
    const hosted = new S3({ ...s3ControlConfig(proxy.endpoint) });
    await hosted.putBucketVersioning({ Bucket, VersioningConfiguration: { Status: 'Enabled' } });
    expect((await s3.getBucketVersioning({ Bucket })).Status).toBe('Enabled');
    expect(proxy.calls()[0]).toMatchObject({
      path: '/?versioning=',
      bucket: Bucket,
      operation: 'PutBucketVersioning',
    });
  });

  test('latency', async () => {
    proxy.setLatency(80);
    await s3.headBucket({ Bucket });
    proxy.setLatency(0);
    expect(proxy.calls()[0]?.durationMs).toBeGreaterThanOrEqual(79);
  });

  test('a throttled call is retried and answered by moto', async () => {
    proxy.rule({ operation: 'GetBucketAcl', times: 1, fault: throttle() });
    expect((await s3.getBucketAcl({ Bucket })).Grants).toHaveLength(1);
    expect(proxy.calls().map((c) => [c.attempt, c.status, c.faulted])).toEqual([
      [1, 503, true],
      [2, 200, false],
    ]);
  });

  test.each([
    ['S3', () => s3.getBucketAcl({ Bucket }), 'AccessDenied'],
    ['S3 Control', () => control.getPublicAccessBlock({ AccountId }), 'AccessDenied'],
    ['IAM', () => iam.listUsers({}), 'AccessDenied'],
    ['KMS', () => kms.listKeys({}), 'AccessDeniedException'],
    ['CloudTrail', () => trail.describeTrails({}), 'AccessDeniedException'],
  ])('%s denied', async (_, call, name) => {
    proxy.rule({ fault: deny() });
    expect((await failure(call())).name).toBe(name);
  });

  test('what moto lacks, recorded', async () => {
    const missing = await failure(trail.lookupEvents({}));
    expect(missing).toMatchObject({ name: 'SyntaxError', $metadata: { httpStatusCode: 500 } });
    const body = JSON.stringify({ Events: [{ EventName: 'PutBucketPublicAccessBlock' }] });
    proxy.rule({
      operation: 'LookupEvents',
      fault: answer(200, { 'content-type': 'application/x-amz-json-1.1' }, body),
    });
    expect((await trail.lookupEvents({})).Events?.[0]?.EventName).toBe('PutBucketPublicAccessBlock');
  });

  test('a captive portal looks like an empty account', async () => {
    proxy.rule({ fault: html200() });
    expect((await s3.listBuckets({})).Buckets).toBeUndefined();
    expect((await iam.listUsers({})).Users).toBeUndefined();
  });

  test('reset empties the account', async () => {
    await moto.reset();
    expect((await s3.listBuckets({})).Buckets).toEqual([]);
  });

  test('the environment alone leads a client here', async () => {
    for (const [name, value] of Object.entries(awsEnv(proxy.endpoint))) vi.stubEnv(name, value);
    try {
      expect((await new STS({}).getCallerIdentity({})).Account).toBe(AccountId);
      expect((await new S3({}).listBuckets({})).Buckets).toHaveLength(1);
      expect((await new KMS({}).listKeys({})).Keys).toEqual([]);
      const { requestHandler } = s3ControlConfig('');
      const noBlock = await failure(new S3Control({ requestHandler }).getPublicAccessBlock({ AccountId }));
      expect(noBlock.name).toBe('NoSuchPublicAccessBlockConfiguration');
    } finally {
      vi.unstubAllEnvs();
    }
    expect(proxy.calls().every((c) => c.accessKeyId === 'AKIAIOSFODNN7EXAMPLE')).toBe(true);
  });
});
