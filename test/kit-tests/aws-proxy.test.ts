import { Agent, request } from 'node:http';
import { CloudFront } from '@aws-sdk/client-cloudfront';
import { CloudTrail } from '@aws-sdk/client-cloudtrail';
import { CloudWatch } from '@aws-sdk/client-cloudwatch';
import { IAM } from '@aws-sdk/client-iam';
import { KMS } from '@aws-sdk/client-kms';
import { S3 } from '@aws-sdk/client-s3';
import { S3Control } from '@aws-sdk/client-s3-control';
import { STS } from '@aws-sdk/client-sts';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { clientConfig, s3ControlConfig, testAccountId } from '../kit/aws/environment.ts';
import { bucketName, type ManyBuckets, spawnManyBuckets } from '../kit/aws/many-buckets.ts';
import {
  type AwsProxy,
  answer,
  deny,
  dropConnection,
  empty200,
  hang,
  html200,
  renderError,
  serverError,
  startProxy,
  throttle,
} from '../kit/aws/proxy.ts';

let upstream: ManyBuckets;
let proxy: AwsProxy;
let config: ReturnType<typeof clientConfig> & { maxAttempts: number; retryMode: string };

beforeAll(async () => {
  upstream = await spawnManyBuckets({ buckets: 200 });
  proxy = await startProxy({ upstream: upstream.endpoint });
  config = { ...clientConfig(proxy.endpoint), maxAttempts: 3, retryMode: 'standard' };
});
beforeEach(() => {
  proxy.reset();
  proxy.setLatency(0);
});
afterAll(async () => {
  await proxy.stop();
  await upstream.stop();
});

const Bucket = bucketName(0);
const failure = (promise: Promise<unknown>): Promise<any> =>
  promise.then(
    (value) => ({ name: 'no error', value }),
    (error) => error,
  );

// One call per client, so that each protocol's error shape is read by the real thing.
const callsByService = (attempts = 1): Record<string, () => Promise<unknown>> => {
  const once = { ...config, maxAttempts: attempts };
  return {
    s3: () => new S3(once).getBucketAcl({ Bucket }),
    s3control: () =>
      new S3Control({ ...s3ControlConfig(proxy.endpoint), maxAttempts: attempts }).getPublicAccessBlock({
        AccountId: testAccountId,
      }),
    iam: () => new IAM(once).listUsers({}),
    sts: () => new STS(once).getCallerIdentity({}),
    kms: () => new KMS(once).listKeys({}),
    cloudtrail: () => new CloudTrail(once).describeTrails({}),
    cloudwatch: () => new CloudWatch(once).describeAlarms({}),
    cloudfront: () => new CloudFront(once).listDistributions({}),
  };
};

describe('faults in each protocol', () => {
  test.each([
    ['s3', 'AccessDenied', 403],
    ['s3control', 'AccessDenied', 403],
    ['iam', 'AccessDenied', 403],
    ['sts', 'AccessDenied', 403],
    ['kms', 'AccessDeniedException', 400],
    ['cloudtrail', 'AccessDeniedException', 400],
    ['cloudwatch', 'AccessDenied', 403],
    ['cloudfront', 'AccessDenied', 403],
  ])('%s denies with %s', async (service, name, status) => {
    const rule = proxy.rule({ service, fault: deny() });
    const error = await failure(callsByService()[service]?.() ?? Promise.resolve());
    expect(error.name).toMatch(new RegExp(`^${name}(Exception)?$`));
    expect(error.$metadata.httpStatusCode).toBe(status);
    expect(rule.hits).toBe(1);
  });

  test.each([
    ['s3', 'SlowDown'],
    ['s3control', 'SlowDown'],
    ['iam', 'Throttling'],
    ['sts', 'Throttling'],
    ['kms', 'ThrottlingException'],
    ['cloudtrail', 'ThrottlingException'],
    ['cloudwatch', 'Throttling'],
    ['cloudfront', 'Throttling'],
  ])('%s throttles with %s, and a retry goes through', async (service, code) => {
    proxy.rule({ service, fault: throttle() });
    const error = await failure(callsByService()[service]?.() ?? Promise.resolve());
    expect(error.name).toBe(code);
    proxy.reset();
    proxy.rule({ service, times: 1, fault: throttle() });
    const again = await failure(callsByService(3)[service]?.() ?? Promise.resolve());
    expect(again.name).toMatch(/^(no error|NoSuchPublicAccessBlockConfiguration)$/);
    expect(proxy.calls().map((c) => c.attempt)).toEqual([1, 2]);
    expect(proxy.repeated().size).toBe(0);
  });

  test.each(Object.keys(callsByService()))('%s fails', async (service) => {
    proxy.rule({ service, fault: serverError() });
    const error = await failure(callsByService()[service]?.() ?? Promise.resolve());
    expect(error.$metadata.httpStatusCode).toBe(500);
    expect(error.name).toMatch(/InternalError|InternalFailure|ServiceFailure/);
  });

  test('a code of one’s own', async () => {
    proxy.rule({ fault: { status: 404, code: 'NoSuchTagSet', message: 'gone' } });
    expect(await failure(new S3(config).getBucketTagging({ Bucket }))).toMatchObject({
      name: 'NoSuchTagSet',
      message: 'gone',
    });
  });

  test('CBOR', () => {
    const { headers, body } = renderError(
      { service: 'cloudwatch', protocol: 'cbor' },
      400,
      'Throttling',
      'x'.repeat(30),
    );
    expect(headers).toMatchObject({ 'smithy-protocol': 'rpc-v2-cbor' });
    const text = (length: number, value: string) =>
      (length < 24 ? Buffer.from([0x60 + length]) : Buffer.from([0x79, 0, length])).toString('latin1') +
      value;
    const expected = `\u00a2${text(6, '__type')}${text(10, 'Throttling')}${text(7, 'message')}${text(30, 'x'.repeat(30))}`;
    expect(Buffer.from(body).toString('latin1')).toBe(expected);
  });
});

describe('answers that are not answers', () => {
  test('a captive portal’s page is read as an empty success', async () => {
    proxy.rule({ fault: html200() });
    const { $metadata, ...buckets } = await new S3(config).listBuckets({});
    expect($metadata.httpStatusCode).toBe(200);
    expect(buckets).toEqual({});
    const { $metadata: _, ...users } = await new IAM(config).listUsers({});
    expect(users).toEqual({});
    expect((await failure(new KMS(config).listKeys({}))).name).toBe('SyntaxError');
  });

  test('an empty body', async () => {
    proxy.rule({ fault: empty200() });
    expect((await new S3(config).listBuckets({})).Buckets).toBeUndefined();
    expect((await new KMS(config).listKeys({})).Keys).toBeUndefined();
  });

  test('never', async () => {
    proxy.rule({ operation: 'GetBucketAcl', fault: hang() });
    const requestHandler = new NodeHttpHandler({ requestTimeout: 150, throwOnRequestTimeout: true });
    const patient = new S3({ ...config, maxAttempts: 1, requestHandler });
    expect((await failure(patient.getBucketAcl({ Bucket }))).name).toBe('TimeoutError');
  });

  test('a dropped connection is tried again', async () => {
    proxy.rule({ times: 1, fault: dropConnection() });
    expect((await new S3(config).getBucketAcl({ Bucket })).Grants).toHaveLength(1);
    expect(proxy.calls()).toHaveLength(2);
  });

  test('a recorded answer, page by page', async () => {
    const events = { 'content-type': 'application/x-amz-json-1.1' };
    proxy.rule({
      operation: 'LookupEvents',
      fault: answer(200, events, (call) =>
        JSON.stringify(
          call.key.includes('NextToken')
            ? { Events: [{ EventId: 'b' }] }
            : { Events: [{ EventId: 'a' }], NextToken: 'more' },
        ),
      ),
    });
    const trail = new CloudTrail(config);
    const first = await trail.lookupEvents({});
    const second = await trail.lookupEvents({ NextToken: first.NextToken });
    expect([...(first.Events ?? []), ...(second.Events ?? [])].map((e) => e.EventId)).toEqual(['a', 'b']);
    expect((await upstream.stats()).calls).not.toHaveProperty('cloudtrail:LookupEvents');
  });
});

describe('rules', () => {
  test('match on the call, stop after some, and go', async () => {
    const s3 = new S3({ ...config, maxAttempts: 1 });
    const other = bucketName(1);
    const rule = proxy.rule({
      operation: /^GetBucket/,
      match: (c) => c.bucket === other,
      times: 2,
      fault: deny(),
    });
    const names = [];
    for (const one of [Bucket, other, other, other])
      names.push((await failure(s3.getBucketAcl({ Bucket: one }))).name);
    expect(names).toEqual(['no error', 'AccessDenied', 'AccessDenied', 'no error']);
    rule.remove();
    expect(proxy.rules).toHaveLength(0);
  });

  test('a rate repeats itself', async () => {
    const run = async () => {
      proxy.reset();
      proxy.rule({ service: 's3', rate: 0.3, fault: deny() });
      const s3 = new S3({ ...config, maxAttempts: 1 });
      const names = [];
      for (let i = 0; i < 40; i += 1)
        names.push((await failure(s3.getBucketAcl({ Bucket: bucketName(i) }))).name);
      return names;
    };
    const first = await run();
    expect(await run()).toEqual(first);
    expect(first.filter((n) => n === 'AccessDenied').length).toBeGreaterThan(4);
    expect(first.filter((n) => n === 'AccessDenied').length).toBeLessThan(24);
  });
});

describe('measures', () => {
  test('counts, repeats, latency and concurrency', async () => {
    proxy.setLatency(60);
    const s3 = new S3(config);
    const started = performance.now();
    await Promise.all(Array.from({ length: 8 }, (_, i) => s3.getBucketAcl({ Bucket: bucketName(i) })));
    expect(performance.now() - started).toBeGreaterThanOrEqual(59);
    await new IAM(config).listUsers({});
    await s3.getBucketAcl({ Bucket });
    expect(proxy.counts()).toEqual(
      new Map([
        ['s3:GetBucketAcl', 9],
        ['iam:ListUsers', 1],
      ]),
    );
    expect([...proxy.repeated()]).toEqual([[expect.stringContaining(`s3 GetBucketAcl`), 2]]);
    expect(proxy.concurrency().get('s3')).toBe(8);
    expect(proxy.concurrency().get('all')).toBe(8);
    expect(proxy.calls().every((c) => c.status === 200 && (c.durationMs ?? 0) >= 59)).toBe(true);
  });

  test('a thousand calls a second and more', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 32 });
    const { hostname, port } = new URL(proxy.endpoint);
    const get = () =>
      new Promise<void>((resolve, reject) => {
        const headers = { authorization: 'AWS4-HMAC-SHA256 Credential=A/20260101/us-east-1/s3/aws4_request' };
        request({ agent, hostname, port, path: `/${Bucket}?acl`, headers }, (response) => {
          response.resume().once('end', resolve);
        })
          .once('error', reject)
          .end();
      });
    const total = 3000;
    const started = performance.now();
    let left = total;
    await Promise.all(
      Array.from({ length: 32 }, async () => {
        while (left-- > 0) await get();
      }),
    );
    const perSecond = total / ((performance.now() - started) / 1000);
    console.log(`${Math.round(perSecond)} requests a second through the proxy`);
    agent.destroy();
    // Half of what a quiet machine gives even while others build on it.
    expect(perSecond).toBeGreaterThan(750);
  });

  test('a large object passes through', async () => {
    await failure(
      new S3({ ...config, maxAttempts: 1 }).putObject({ Bucket, Key: 'k', Body: Buffer.alloc(3_000_000) }),
    );
    expect(proxy.calls()[0]).toMatchObject({ operation: 'PutObject', objectKey: 'k', status: 501 });
  });
});
