import {
  CreateBucketCommand,
  PutBucketAclCommand,
  PutBucketOwnershipControlsCommand,
  PutBucketPolicyCommand,
  PutBucketWebsiteCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { CreateAccessPointCommand, S3ControlClient } from '@aws-sdk/client-s3-control';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { aws } from '../../../src/cloud/aws/catalog.ts';
import type { Subject } from '../../../src/domain/catalog.ts';
import { behindProxy } from '../../kit/aws/behind-proxy.ts';
import { describeWithMoto } from '../../kit/aws/describe-with-moto.ts';
import { clientConfig, s3ControlConfig, testAccountId } from '../../kit/aws/environment.ts';
import { deny } from '../../kit/aws/proxy.ts';
import { iamActionOf, needsNoPermission } from '../../kit/aws/wire.ts';
import { bucketNamed, learn, openAccount } from './s3-kit.ts';

const theAccount: Subject = { id: `arn:aws:iam::${testAccountId}:root`, region: 'global' };
const policyOf = (bucket: string, Principal: unknown) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'Reads',
        Effect: 'Allow',
        Principal,
        Action: 's3:GetObject',
        Resource: `arn:aws:s3:::${bucket}/*`,
      },
    ],
  });

describeWithMoto('whom a block would turn away, on moto', (moto) => {
  const proxy = behindProxy(moto);
  let s3: S3Client;
  let control: S3ControlClient;

  beforeAll(async () => {
    s3 = new S3Client({ ...clientConfig(moto.endpoint), forcePathStyle: true });
    control = new S3ControlClient(s3ControlConfig(moto.endpoint));
  });
  afterAll(async () => {
    s3.destroy();
    control.destroy();
  });
  beforeEach(async () => {
    await moto.reset();
    for (const Bucket of ['partner', 'records', 'site']) await s3.send(new CreateBucketCommand({ Bucket }));
    proxy.reset();
  });

  async function read(kind: keyof typeof aws, fact: string, subject: Subject): Promise<any> {
    const session = await openAccount();
    try {
      const answer = await learn(session, kind, fact, subject);
      return answer.known ? answer.value : answer;
    } finally {
      await session.close();
    }
  }

  const closed = { public: false, because: null };
  const quiet = {
    read: closed,
    write: closed,
    policy: closed,
    website: false,
    distributions: [],
    grantees: [],
    aclsOn: true,
  };

  test('every bucket of the account, as the block would bear on it', async () => {
    await s3.send(new PutBucketPolicyCommand({ Bucket: 'site', Policy: policyOf('site', '*') }));
    const WebsiteConfiguration = { IndexDocument: { Suffix: 'index.html' } };
    await s3.send(new PutBucketWebsiteCommand({ Bucket: 'site', WebsiteConfiguration }));
    const partner = 'arn:aws:iam::444455556666:root';
    await s3.send(
      new PutBucketPolicyCommand({ Bucket: 'partner', Policy: policyOf('partner', { AWS: partner }) }),
    );
    const OwnershipControls = { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' as const }] };
    await s3.send(new PutBucketOwnershipControlsCommand({ Bucket: 'records', OwnershipControls }));
    const open = { public: true, because: 'statement Reads allows s3:GetObject to everyone' };
    const found = await read('aws.account', 'bucketsWithin', theAccount);
    expect(found).toEqual([
      { name: 'partner', ...quiet, grantees: [partner] },
      { name: 'records', ...quiet, aclsOn: false },
      { name: 'site', ...quiet, read: open, policy: open, website: true },
    ]);
  });

  test('asks nothing twice, and nothing outside the permissions that it declares', async () => {
    await s3.send(new PutBucketAclCommand({ Bucket: 'site', ACL: 'public-read' }));
    proxy.reset();
    await read('aws.account', 'bucketsWithin', theAccount);
    const { permissions } = aws['aws.account'].facts.bucketsWithin;
    const used = proxy.calls().map(({ service, operation }) => iamActionOf(service, operation));
    expect(used.filter((a) => !needsNoPermission(a) && !permissions.includes(a))).toEqual([]);
    // Every permission that it asks people for is used; a bucket without a region in its listing takes one more.
    expect(permissions.filter((a) => !used.includes(a) && a !== 's3:GetBucketPolicyStatus')).toEqual([]);
    expect([...proxy.repeated()]).toEqual([]);
  });

  test('what was denied of a bucket is not known, and the others are', async () => {
    proxy.rule({ operation: 'GetBucketPolicy', match: ({ bucket }) => bucket === 'site', fault: deny() });
    const found = await read('aws.account', 'bucketsWithin', theAccount);
    expect(found).toMatchObject([
      { name: 'partner', read: closed },
      { name: 'records', read: closed },
      { name: 'site', read: null, policy: null, grantees: null, website: false },
    ]);
  });

  test('a listing that is denied leaves it unknown, and says which permission was missing', async () => {
    proxy.rule({ operation: 'ListBuckets', fault: deny() });
    expect(await read('aws.account', 'bucketsWithin', theAccount)).toMatchObject({
      known: false,
      reason: 'denied',
      permission: 's3:ListAllMyBuckets',
    });
  });

  test("a bucket's access points, and no other's", async () => {
    for (const [Name, Bucket] of [
      ['side-door', 'records'],
      ['elsewhere', 'site'],
    ] as const) {
      await control.send(new CreateAccessPointCommand({ AccountId: testAccountId, Name, Bucket }));
    }
    const VpcConfiguration = { VpcId: 'vpc-1' };
    await control.send(
      new CreateAccessPointCommand({
        AccountId: testAccountId,
        Name: 'inside',
        Bucket: 'records',
        VpcConfiguration,
      }),
    );
    expect(await read('aws.s3.bucket', 'accessPoints', bucketNamed('records'))).toEqual([
      { name: 'side-door', inNetwork: false },
      { name: 'inside', inNetwork: true },
    ]);
    expect(await read('aws.s3.bucket', 'accessPoints', bucketNamed('partner'))).toEqual([]);
  });
});
