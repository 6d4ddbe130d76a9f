import {
  CreateBucketCommand,
  PutBucketAclCommand,
  PutBucketEncryptionCommand,
  PutBucketLifecycleConfigurationCommand,
  PutBucketLoggingCommand,
  PutBucketNotificationConfigurationCommand,
  PutBucketOwnershipControlsCommand,
  PutBucketReplicationCommand,
  PutBucketTaggingCommand,
  PutBucketVersioningCommand,
  PutBucketWebsiteCommand,
  PutObjectCommand,
  PutObjectLockConfigurationCommand,
  PutPublicAccessBlockCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import {
  CreateAccessPointCommand,
  PutPublicAccessBlockCommand as PutAccountBlockCommand,
  S3ControlClient,
} from '@aws-sdk/client-s3-control';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Session } from '../../../src/domain/provider.ts';
import { behindProxy } from '../../kit/aws/behind-proxy.ts';
import { describeWithMoto } from '../../kit/aws/describe-with-moto.ts';
import { clientConfig, s3ControlConfig, testAccountId } from '../../kit/aws/environment.ts';
import { deny, html200 } from '../../kit/aws/proxy.ts';
import { iamActionOf, needsNoPermission } from '../../kit/aws/wire.ts';
import { all, bucketNamed, learn, openAccount, scan } from './s3-kit.ts';

const on = {
  BlockPublicAcls: true,
  IgnorePublicAcls: true,
  BlockPublicPolicy: true,
  RestrictPublicBuckets: true,
};

describeWithMoto('S3 on moto', (moto) => {
  const proxy = behindProxy(moto);
  let s3: S3Client;
  let session: Session;
  const Bucket = 'records';
  const about = (fact: string, name = Bucket, region?: string) =>
    learn(session, 'aws.s3.bucket', fact, bucketNamed(name, region));
  const see = async (fact: string, name?: string, region?: string) => {
    const answer = await about(fact, name, region);
    return answer.known ? answer.value : answer;
  };

  beforeAll(async () => {
    s3 = new S3Client({ ...clientConfig(moto.endpoint), forcePathStyle: true });
  });
  afterAll(async () => {
    s3.destroy();
  });
  beforeEach(async () => {
    await moto.reset();
    await s3.send(new CreateBucketCommand({ Bucket }));
    session = await openAccount('anonymous-probe', 'object-acl-sample');
    proxy.reset();
  });
  afterEach(() => session.close());

  test('lists every bucket with its region, though moto does not say it', async () => {
    const LocationConstraint = 'eu-west-1';
    await s3.send(
      new CreateBucketCommand({ Bucket: 'records-eu', CreateBucketConfiguration: { LocationConstraint } }),
    );
    const found = await all(session.list('aws.s3.bucket', 'global'));
    expect(found).toEqual([bucketNamed('records'), bucketNamed('records-eu', 'eu-west-1')]);
  });

  test('a page that answers instead of AWS is not an empty account', async () => {
    proxy.rule({ operation: 'ListBuckets', fault: html200() });
    await expect(all(session.list('aws.s3.bucket', 'global'))).rejects.toThrow(/web page/);
  });

  test('a bucket on which nothing was set', async () => {
    expect({
      tags: await see('tags'),
      versioning: await see('versioning'),
      publicAccessBlock: await see('publicAccessBlock'),
      accountBlock: await see('accountBlock'),
      ownership: await see('ownership'),
      logging: await see('logging'),
      website: await see('website'),
      replication: await see('replication'),
      replicationTargets: await see('replicationTargets'),
      copiedToOtherRegion: await see('copiedToOtherRegion'),
      lifecycle: await see('lifecycle'),
      notification: await see('notification'),
      objectLock: await see('objectLock'),
      policy: await see('policy'),
      policyStatus: await see('policyStatus'),
      cloudFrontOrigins: await see('cloudFrontOrigins'),
    }).toEqual({
      tags: {},
      versioning: { enabled: false, suspended: false, mfaDelete: false },
      publicAccessBlock: null,
      accountBlock: null,
      ownership: null,
      logging: null,
      website: null,
      replication: [],
      replicationTargets: [],
      copiedToOtherRegion: false,
      lifecycle: [],
      notification: { eventBridge: false, destinations: [] },
      objectLock: null,
      policy: null,
      policyStatus: null,
      cloudFrontOrigins: [],
    });
    expect(await see('acl')).toMatchObject({ grants: [{ grantee: 'user', permission: 'FULL_CONTROL' }] });
  });

  test('versioning, tags, encryption, ownership, logging and website as they were set', async () => {
    await s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: 'Enabled' } }));
    await s3.send(
      new PutBucketTaggingCommand({
        Bucket,
        Tagging: { TagSet: [{ Key: 'DataClassification', Value: 'PHI' }] },
      }),
    );
    const byDefault = { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: 'alias/records' } as const;
    const Rules = [{ ApplyServerSideEncryptionByDefault: byDefault, BucketKeyEnabled: true }];
    await s3.send(new PutBucketEncryptionCommand({ Bucket, ServerSideEncryptionConfiguration: { Rules } }));
    const OwnershipControls = { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' as const }] };
    await s3.send(new PutBucketOwnershipControlsCommand({ Bucket, OwnershipControls }));
    const IndexDocument = { Suffix: 'index.html' };
    await s3.send(new PutBucketWebsiteCommand({ Bucket, WebsiteConfiguration: { IndexDocument } }));
    expect(await see('versioning')).toEqual({ enabled: true, suspended: false, mfaDelete: false });
    const VersioningConfiguration = { Status: 'Suspended' } as const;
    await s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration }));
    expect(await see('versioning')).toMatchObject({ enabled: false, suspended: true });
    expect(await see('tags')).toEqual({ DataClassification: 'PHI' });
    expect(await see('encryption')).toEqual({
      algorithm: 'aws:kms',
      keyId: 'alias/records',
      bucketKey: true,
    });
    expect(await see('ownership')).toBe('BucketOwnerEnforced');
    expect(await see('website')).toEqual({ servesObjects: true, redirectsTo: null });
  });

  test('logging to a bucket that may receive logs', async () => {
    await s3.send(new CreateBucketCommand({ Bucket: 'logs' }));
    const logDelivery = 'uri=http://acs.amazonaws.com/groups/s3/LogDelivery';
    await s3.send(
      new PutBucketAclCommand({ Bucket: 'logs', GrantWrite: logDelivery, GrantReadACP: logDelivery }),
    );
    const LoggingEnabled = { TargetBucket: 'logs', TargetPrefix: 'records/' };
    await s3.send(new PutBucketLoggingCommand({ Bucket, BucketLoggingStatus: { LoggingEnabled } }));
    expect(await see('logging')).toEqual({ bucket: 'logs', prefix: 'records/' });
    expect(JSON.stringify(await see('acl', 'logs'))).toContain('s3/LogDelivery');
  });

  test('lifecycle, notifications and object lock', async () => {
    const ID = 'old';
    const Rules = [
      {
        ID,
        Status: 'Enabled',
        Filter: { Prefix: '' },
        NoncurrentVersionExpiration: { NoncurrentDays: 90 },
      } as const,
    ];
    await s3.send(new PutBucketLifecycleConfigurationCommand({ Bucket, LifecycleConfiguration: { Rules } }));
    const QueueArn = `arn:aws:sqs:us-east-1:${testAccountId}:changes`;
    const NotificationConfiguration = {
      QueueConfigurations: [{ QueueArn, Events: ['s3:ObjectCreated:*' as const] }],
    };
    await s3.send(new PutBucketNotificationConfigurationCommand({ Bucket, NotificationConfiguration }));
    await s3.send(new CreateBucketCommand({ Bucket: 'locked', ObjectLockEnabledForBucket: true }));
    expect(await see('objectLock', 'locked')).toEqual({ retention: null });
    const Rule = { DefaultRetention: { Mode: 'COMPLIANCE', Years: 6 } } as const;
    await s3.send(
      new PutObjectLockConfigurationCommand({
        Bucket: 'locked',
        ObjectLockConfiguration: { ObjectLockEnabled: 'Enabled', Rule },
      }),
    );
    expect(await see('lifecycle')).toEqual([
      { enabled: true, wholeBucket: true, deletesOldVersionsAfterDays: 90, movesOldVersions: false },
    ]);
    expect(await see('notification')).toEqual({ eventBridge: false, destinations: [QueueArn] });
    expect(await see('objectLock', 'locked')).toEqual({ retention: { mode: 'COMPLIANCE', days: 2190 } });
  });

  test('replication knows whose bucket it leads to, and where that is', async () => {
    const LocationConstraint = 'eu-west-1';
    await s3.send(
      new CreateBucketCommand({ Bucket: 'copies', CreateBucketConfiguration: { LocationConstraint } }),
    );
    const VersioningConfiguration = { Status: 'Enabled' } as const;
    for (const name of [Bucket, 'copies']) {
      await s3.send(new PutBucketVersioningCommand({ Bucket: name, VersioningConfiguration }));
    }
    const rule = {
      ID: 'one',
      Priority: 1,
      Status: 'Enabled',
      Destination: { Bucket: 'arn:aws:s3:::copies' },
    } as const;
    const Role = `arn:aws:iam::${testAccountId}:role/replication`;
    await s3.send(
      new PutBucketReplicationCommand({ Bucket, ReplicationConfiguration: { Role, Rules: [rule] } }),
    );
    expect(await see('replicationTargets')).toEqual([
      { bucket: 'copies', account: testAccountId, region: 'eu-west-1', wholeBucket: true },
    ]);
    expect(await see('copiedToOtherRegion')).toBe(true);
    expect(await see('copiedToOtherRegion', Bucket, 'eu-west-1')).toBe(false);
  });

  test('the account may hold what the bucket does not', async () => {
    const half = { ...on, IgnorePublicAcls: false, RestrictPublicBuckets: false };
    await s3.send(new PutPublicAccessBlockCommand({ Bucket, PublicAccessBlockConfiguration: half }));
    expect(await see('effectiveBlock')).toEqual({
      off: ['ignorePublicAcls', 'restrictPublicBuckets'],
      byAccountOnly: [],
    });
    const control = new S3ControlClient(s3ControlConfig(moto.endpoint));
    await control.send(
      new PutAccountBlockCommand({ AccountId: testAccountId, PublicAccessBlockConfiguration: on }),
    );
    control.destroy();
    await session.close();
    session = await openAccount(); // what an account answered is remembered for the scan
    expect(await see('effectiveBlock')).toEqual({
      off: [],
      byAccountOnly: ['ignorePublicAcls', 'restrictPublicBuckets'],
    });
    const [account] = await all(session.list('aws.account', 'global'));
    const learnt = await learn(session, 'aws.account', 'publicAccessBlock', account as never);
    expect(learnt).toMatchObject({ value: { blockPublicAcls: true, restrictPublicBuckets: true } });
    proxy.rule({ operation: 'GetPublicAccessBlock', service: 's3', fault: deny() });
    expect(await see('effectiveBlock')).toEqual({ off: [], byAccountOnly: expect.any(Array) });
  });

  test('a denied block leaves the effective block open, unless the other one holds all four', async () => {
    proxy.rule({ operation: 'GetPublicAccessBlock', service: 's3', fault: deny() });
    expect(await about('effectiveBlock')).toMatchObject({
      reason: 'denied',
      permission: 's3:GetBucketPublicAccessBlock',
    });
  });

  test('access points of the region, each with its own block', async () => {
    const control = new S3ControlClient(s3ControlConfig(moto.endpoint));
    const half = { ...on, BlockPublicPolicy: false };
    await control.send(
      new CreateAccessPointCommand({
        AccountId: testAccountId,
        Name: 'side-door',
        Bucket,
        PublicAccessBlockConfiguration: half,
      }),
    );
    control.destroy();
    const [point] = await all(session.list('aws.s3.accessPoint', 'us-east-1'));
    expect(point).toMatchObject({ name: 'side-door', bucket: Bucket, vpc: null, region: 'us-east-1' });
    expect(await learn(session, 'aws.s3.accessPoint', 'effectiveBlock', point as never)).toMatchObject({
      value: { off: ['blockPublicPolicy'] },
    });
  });

  test('object ACLs are sampled by count, and not where ACLs have no effect', async () => {
    await s3.send(new PutObjectCommand({ Bucket, Key: 'patients/doe-jane.dcm', Body: 'x' }));
    await s3.send(new PutObjectCommand({ Bucket, Key: 'logo.png', Body: 'x', ACL: 'public-read' }));
    expect(await see('objectAclSample')).toEqual({ skipped: null, sampled: 2, readable: 1, writable: 0 });
    proxy.rule({ operation: 'GetObjectAcl', fault: deny('not patients/doe-jane.dcm') });
    const refused = await about('objectAclSample');
    expect(refused).toMatchObject({ reason: 'denied', permission: 's3:GetObjectAcl' });
    expect(JSON.stringify(refused)).not.toContain('doe');
    proxy.reset();
    await s3.send(new PutPublicAccessBlockCommand({ Bucket, PublicAccessBlockConfiguration: on }));
    expect(await see('objectAclSample')).toMatchObject({ skipped: 'public ACLs are ignored' });
    expect(proxy.counts().get('s3:ListObjectsV2')).toBeUndefined();
  });

  test('every refused fact says which permission was missing', async () => {
    proxy.rule({ service: 's3', fault: deny() });
    for (const [fact, permission] of Object.entries({
      tags: 's3:GetBucketTagging',
      versioning: 's3:GetBucketVersioning',
      encryption: 's3:GetEncryptionConfiguration',
      publicAccessBlock: 's3:GetBucketPublicAccessBlock',
      ownership: 's3:GetBucketOwnershipControls',
      acl: 's3:GetBucketAcl',
      policy: 's3:GetBucketPolicy',
      logging: 's3:GetBucketLogging',
      website: 's3:GetBucketWebsite',
      replication: 's3:GetReplicationConfiguration',
      lifecycle: 's3:GetLifecycleConfiguration',
      notification: 's3:GetBucketNotification',
      objectLock: 's3:GetBucketObjectLockConfiguration',
    })) {
      expect(await about(fact), fact).toMatchObject({ known: false, reason: 'denied', permission });
    }
  });

  test('a whole scan asks nothing twice and nothing outside its own permissions', async () => {
    for (const name of ['second', 'third']) await s3.send(new CreateBucketCommand({ Bucket: name }));
    await s3.send(new PutBucketAclCommand({ Bucket: 'third', ACL: 'public-read' }));
    proxy.reset();
    const { asked, permissions, checks } = await scan(['anonymous-probe', 'object-acl-sample']);
    expect(asked).toHaveLength(3 * (checks - 2) + 1); // the account and the access points are other kinds
    expect([...proxy.repeated()]).toEqual([]);
    const used = proxy.calls().filter(({ signed }) => signed);
    const outside = used
      .map((call) => iamActionOf(call.service, call.operation))
      .filter((action) => !needsNoPermission(action) && !permissions.includes(action));
    expect([...new Set(outside)]).toEqual([]);
    const third = asked.find(
      ({ check, resource }) => check === 'aws/s3/bucket-public-read' && resource === 'third',
    );
    expect(third?.answer).toMatchObject({ status: 'fail' });
    const unknown = asked.filter(({ answer }) => answer.status === 'unknown').map(({ check }) => check);
    // moto has no LookupEvents
    expect([...new Set(unknown)].sort()).toEqual(['aws/exposure/public-since']);
  });
});
