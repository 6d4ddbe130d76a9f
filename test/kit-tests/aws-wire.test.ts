import * as cloudfront from '@aws-sdk/client-cloudfront';
import * as s3 from '@aws-sdk/client-s3';
import * as s3control from '@aws-sdk/client-s3-control';
import { describe, expect, test } from 'vitest';
import { iamActionOf, nameCall, type WireRequest } from '../kit/aws/wire.ts';

const signedFor = (service: string, region = 'us-east-1') => ({
  host: '127.0.0.1:5000',
  authorization: `AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE/20260101/${region}/${service}/aws4_request, SignedHeaders=host, Signature=x`,
});
const request = (method: string, path: string, service: string, more: Partial<WireRequest> = {}) => ({
  method,
  path,
  ...more,
  headers: { ...signedFor(service), ...more.headers },
});

/** Every operation's method and route, from the model inside the SDK's own commands. */
function modelled(client: object): { operation: string; method: string; uri: string }[] {
  return Object.entries(client).flatMap(([name, Command]) => {
    if (!/^[A-Z].*Command$/.test(name)) return [];
    const { schema } = new (Command as new (input: object) => { schema: any })({});
    const [method, uri] = (typeof schema === 'function' ? schema() : schema)[3].http as [string, string];
    return [{ operation: name.replace(/Command$/, ''), method, uri }];
  });
}

describe('every operation of the SDK is named', () => {
  const sent: Readonly<Record<string, Partial<WireRequest> & { suffix?: string }>> = {
    CopyObject: { headers: { 'x-amz-copy-source': '/a/b' } },
    UploadPartCopy: { headers: { 'x-amz-copy-source': '/a/b' }, suffix: '&partNumber=1&uploadId=u' },
    UploadPart: { suffix: '&partNumber=1&uploadId=u' },
    ListParts: { suffix: '&uploadId=u' },
    AbortMultipartUpload: { suffix: '&uploadId=u' },
    CompleteMultipartUpload: { suffix: '?uploadId=u' },
  };
  const s3Rows = modelled(s3).filter(({ operation }) => operation !== 'WriteGetObjectResponse');

  test('S3', () => {
    expect(s3Rows.length).toBeGreaterThan(100);
    for (const { operation, method, uri } of s3Rows) {
      const { suffix = '', ...more } = sent[operation] ?? {};
      const isObject = uri.includes('{Key+}');
      const listsAll = /^List(Directory)?Buckets$/.test(operation);
      const id = /^Get.*Configuration$/.test(operation) && uri.includes('x-id') ? '&id=one' : '';
      const path = `${listsAll ? '' : '/bucket'}${uri.replace('{Key+}', 'a/key')}${suffix}${id}`;
      const call = nameCall(request(method, path, 's3', more));
      expect(call).toMatchObject({ service: 's3', operation, protocol: 's3' });
      if (!listsAll)
        expect(call).toMatchObject({ bucket: 'bucket', ...(isObject && { objectKey: 'a/key' }) });
    }
  });

  test.each([
    ['s3control', s3control, 's3'],
    ['cloudfront', cloudfront, 'cloudfront'],
  ])('%s', (service, client, signingName) => {
    const rows = modelled(client);
    expect(rows.length).toBeGreaterThan(90);
    for (const { operation, method, uri } of rows) {
      const path = uri.replace(/\{[^}]+\}/g, 'one');
      expect(nameCall(request(method, path, signingName))).toMatchObject({ service, operation });
    }
  });
});

describe('protocols', () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' };

  test('query', () => {
    const body = 'Action=ListUsers&Version=2010-05-08&MaxItems=5';
    expect(nameCall(request('POST', '/', 'iam', { body, headers: form }))).toMatchObject({
      service: 'iam',
      operation: 'ListUsers',
      region: 'us-east-1',
    });
  });
  test('query, unsigned', () => {
    const body = 'Action=AssumeRoleWithWebIdentity&Version=2011-06-15&RoleArn=x';
    expect(nameCall({ method: 'POST', path: '/', headers: form, body })).toMatchObject({
      service: 'sts',
      operation: 'AssumeRoleWithWebIdentity',
      signed: false,
    });
  });
  test('JSON', () => {
    const headers = { 'x-amz-target': 'com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.LookupEvents' };
    expect(nameCall(request('POST', '/', 'cloudtrail', { body: '{}', headers }))).toMatchObject({
      service: 'cloudtrail',
      operation: 'LookupEvents',
      protocol: 'json',
    });
  });
  test('CBOR', () => {
    const path = '/service/GraniteServiceVersion20100801/operation/GetMetricData';
    expect(nameCall(request('POST', path, 'monitoring', { body: Buffer.from([0xa0]) }))).toMatchObject({
      service: 'cloudwatch',
      operation: 'GetMetricData',
      protocol: 'cbor',
    });
  });
  test.each([
    ['phi.example.s3.eu-west-1.amazonaws.com', '/?acl', 'phi.example'],
    ['phi.localhost:5000', '/?acl', 'phi'],
    ['localhost:5000', '/phi?acl', 'phi'],
  ])('bucket at host %s', (host, path, bucket) => {
    const call = nameCall(request('GET', path, 's3', { headers: { host } }));
    expect(call).toMatchObject({ operation: 'GetBucketAcl', bucket });
  });
  test('anonymous HEAD', () => {
    const call = nameCall({ method: 'HEAD', path: '/phi', headers: { host: '127.0.0.1' } });
    expect(call).toMatchObject({ service: 's3', operation: 'HeadBucket', signed: false });
  });
  test('an unknown operation gets a name that no policy holds', () => {
    const { service, operation } = nameCall(request('GET', '/v20180820/no/such', 's3'));
    expect(iamActionOf(service, operation)).toBe('s3:?GET /v20180820/no/such');
  });
});

describe('key', () => {
  const key = (path: string, more: Partial<WireRequest> = {}, method = 'GET', service = 's3') =>
    nameCall(request(method, path, service, more)).key;
  const kms = { headers: { 'x-amz-target': 'TrentService.DescribeKey' } };

  test('same question, written differently', () => {
    const date = (at: string) => ({ headers: { 'x-amz-date': at, 'amz-sdk-request': `attempt=${at}` } });
    expect(key('/b?acl&x-id=GetBucketAcl', date('1'))).toBe(key('/b/?acl', date('2')));
    expect(key('/', { ...kms, body: '{"a":1,"b":{"c":2,"d":3}}' }, 'POST', 'kms')).toBe(
      key('/', { ...kms, body: '{"b":{"d":3,"c":2},"a":1}' }, 'POST', 'kms'),
    );
  });
  test('another bucket, page, owner, principal or body is another question', () => {
    const keys = [
      key('/b?acl'),
      key('/c?acl'),
      key('/?max-buckets=5'),
      key('/?max-buckets=5&continuation-token=x'),
      key('/b?acl', { headers: { 'x-amz-expected-bucket-owner': '123456789012' } }),
      key('/b?acl', { headers: { authorization: signedFor('s3').authorization.replace('AKIA', 'ASIA') } }),
      key('/', { ...kms, body: '{"KeyId":"a"}' }, 'POST', 'kms'),
      key('/', { ...kms, body: '{"KeyId":"b"}' }, 'POST', 'kms'),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });
  test('a region matters to KMS, not to S3', () => {
    const from = (region: string, service: string) => signedFor(service, region);
    expect(key('/', { headers: from('eu-west-1', 's3') })).toBe(
      key('/', { headers: from('us-east-1', 's3') }),
    );
    expect(key('/', { headers: { ...kms.headers, ...from('eu-west-1', 'kms') } }, 'POST')).not.toBe(
      key('/', { headers: { ...kms.headers, ...from('us-east-1', 'kms') } }, 'POST'),
    );
  });
});

test.each([
  ['s3', 'ListBuckets', 's3:ListAllMyBuckets'],
  ['s3', 'GetBucketEncryption', 's3:GetEncryptionConfiguration'],
  ['s3', 'GetPublicAccessBlock', 's3:GetBucketPublicAccessBlock'],
  ['s3control', 'GetPublicAccessBlock', 's3:GetAccountPublicAccessBlock'],
  ['s3control', 'DeletePublicAccessBlock', 's3:PutAccountPublicAccessBlock'],
  ['s3control', 'ListAccessPoints', 's3:ListAccessPoints'],
  ['s3', 'GetBucketLifecycleConfiguration', 's3:GetLifecycleConfiguration'],
  ['s3', 'GetBucketReplication', 's3:GetReplicationConfiguration'],
  ['s3', 'GetBucketNotificationConfiguration', 's3:GetBucketNotification'],
  ['s3', 'GetObjectLockConfiguration', 's3:GetBucketObjectLockConfiguration'],
  ['s3', 'HeadBucket', 's3:ListBucket'],
  ['s3', 'ListObjectsV2', 's3:ListBucket'],
  ['s3', 'ListObjectVersions', 's3:ListBucketVersions'],
  ['s3', 'GetBucketCors', 's3:GetBucketCORS'],
  ['s3', 'GetBucketAcl', 's3:GetBucketAcl'],
  ['s3', 'DeleteBucketEncryption', 's3:PutEncryptionConfiguration'],
  ['s3', 'HeadObject', 's3:GetObject'],
  ['iam', 'ListUsers', 'iam:ListUsers'],
  ['kms', 'DescribeKey', 'kms:DescribeKey'],
  ['cloudtrail', 'LookupEvents', 'cloudtrail:LookupEvents'],
  ['cloudwatch', 'DescribeAlarms', 'cloudwatch:DescribeAlarms'],
])('%s %s needs %s', (service, operation, action) => {
  expect(iamActionOf(service, operation)).toBe(action);
});
