import {
  CreateBucketCommand,
  GetBucketAclCommand,
  GetBucketEncryptionCommand,
  GetBucketLoggingCommand,
  GetBucketOwnershipControlsCommand,
  GetBucketPolicyCommand,
  GetBucketVersioningCommand,
  GetPublicAccessBlockCommand,
  PutBucketAclCommand,
  PutBucketEncryptionCommand,
  PutBucketLoggingCommand,
  PutBucketOwnershipControlsCommand,
  PutBucketPolicyCommand,
  PutBucketVersioningCommand,
  PutPublicAccessBlockCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import {
  DeletePublicAccessBlockCommand as DeleteAccountBlockCommand,
  GetPublicAccessBlockCommand as GetAccountBlockCommand,
  PutPublicAccessBlockCommand as PutAccountBlockCommand,
  S3ControlClient,
} from '@aws-sdk/client-s3-control';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { actionOf as permissionOf } from '../../../src/cloud/aws/actions.ts';
import { aws } from '../../../src/cloud/aws/catalog.ts';
import { awsProvider } from '../../../src/cloud/aws/provider.ts';
import type { Subject, Writing } from '../../../src/domain/catalog.ts';
import type { Account } from '../../../src/domain/provider.ts';
import { behindProxy } from '../../kit/aws/behind-proxy.ts';
import { describeWithMoto } from '../../kit/aws/describe-with-moto.ts';
import { clientConfig, s3ControlConfig, testAccountId } from '../../kit/aws/environment.ts';
import { deny } from '../../kit/aws/proxy.ts';
import { iamActionOf, needsNoPermission } from '../../kit/aws/wire.ts';
import { bucketNamed, learn, openAccount } from './s3-kit.ts';

type KindName = 'aws.account' | 'aws.s3.bucket';

const account: Account = {
  name: 'test',
  id: testAccountId,
  remediation: { role: `arn:aws:iam::${testAccountId}:role/remediation` },
};
const settings = { regions: ['us-east-1'], concurrency: 8, timeoutMs: 5_000, maxAttempts: 2 };

const Bucket = 'records';
const records = bucketNamed(Bucket);
const theAccount: Subject = { id: `arn:aws:iam::${testAccountId}:root`, region: 'global' };
const on = {
  BlockPublicAcls: true,
  IgnorePublicAcls: true,
  BlockPublicPolicy: true,
  RestrictPublicBuckets: true,
};
const allOn = {
  blockPublicAcls: true,
  ignorePublicAcls: true,
  blockPublicPolicy: true,
  restrictPublicBuckets: true,
};
/** Written over several lines, with spaces that a parser would drop. */
const written = `{
  "Version": "2012-10-17",
  "Id":  "by-hand",
  "Statement": { "Sid": "All", "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::${Bucket}/*" }
}`;
const logDelivery = 'http://acs.amazonaws.com/groups/s3/LogDelivery';
const everyone = 'http://acs.amazonaws.com/groups/global/AllUsers';

describeWithMoto('what can be set of S3, on moto', (moto) => {
  const proxy = behindProxy(moto);
  let s3: S3Client;
  let control: S3ControlClient;
  const provider = awsProvider([account], settings);

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
    await s3.send(new CreateBucketCommand({ Bucket }));
    await s3.send(new CreateBucketCommand({ Bucket: 'logs' }));
    const group = `uri=${logDelivery}`;
    await s3.send(new PutBucketAclCommand({ Bucket: 'logs', GrantWrite: group, GrantReadACP: group }));
    proxy.reset();
  });

  /** As the product reads it, in a session of its own: nothing is remembered from before. */
  async function read(kind: KindName, fact: string, subject: Subject): Promise<unknown> {
    const session = await openAccount();
    try {
      const answer = await learn(session, kind, fact, subject);
      return answer.known ? answer.value : answer;
    } finally {
      await session.close();
    }
  }

  /** As the product writes it; whatever the fact does not declare is refused. Tells the operations that were asked. */
  async function put(kind: KindName, fact: string, subject: Subject, value: unknown) {
    const write = writing(kind, fact);
    const mandate = {
      remediation: 'R-1',
      requester: 'slack:T1:ann',
      approvers: ['slack:T1:ben'],
      actions: write.permissions,
      resources: write.resources?.(subject) ?? [subject.id],
      signal: new AbortController().signal,
    };
    proxy.reset();
    const actionOf = ({ service, operation }: { service: string; operation: string }) =>
      iamActionOf(service, operation);
    const isForeign = (action: string) =>
      action !== 'sts:AssumeRole' && !needsNoPermission(action) && !write.permissions.includes(action);
    proxy.rule({ match: (call) => isForeign(actionOf(call)), fault: deny() });
    const session = await provider.openWriter(account, mandate);
    try {
      await session.write(kind, fact, subject, value);
    } finally {
      await session.close();
    }
    const calls = proxy.calls().filter(({ service }) => service !== 'sts');
    expect(calls.map(actionOf).filter(isForeign)).toEqual([]);
    // A bucket of that name that is another account's by now is not touched.
    for (const { service, key } of calls)
      if (service === 's3') expect(key).toContain(`expected-bucket-owner=${testAccountId}`);
    proxy.reset();
    return calls.map(({ operation }) => operation).filter((name) => !name.startsWith('Get'));
  }

  const writing = (kind: KindName, fact: string): Writing => {
    const facts: Readonly<Record<string, { write?: Writing }>> = aws[kind].facts;
    const write = facts[fact]?.write;
    if (!write) throw new Error(`${fact} of ${kind} cannot be set`);
    return write;
  };

  const orCode = (answer: Promise<object>): Promise<unknown> =>
    answer.then(
      ({ $metadata: _, ...rest }: { $metadata?: unknown }) => rest,
      (error: Error) => error.name,
    );

  /** All that S3 says of the bucket and the account, as S3 says it. */
  const state = async () => ({
    block: await orCode(s3.send(new GetPublicAccessBlockCommand({ Bucket }))),
    acl: await orCode(s3.send(new GetBucketAclCommand({ Bucket }))),
    encryption: await orCode(s3.send(new GetBucketEncryptionCommand({ Bucket }))),
    versioning: await orCode(s3.send(new GetBucketVersioningCommand({ Bucket }))),
    logging: await orCode(s3.send(new GetBucketLoggingCommand({ Bucket }))),
    policy: await orCode(s3.send(new GetBucketPolicyCommand({ Bucket }))),
    ownership: await orCode(s3.send(new GetBucketOwnershipControlsCommand({ Bucket }))),
    account: await orCode(control.send(new GetAccountBlockCommand({ AccountId: testAccountId }))),
  });

  interface Row {
    readonly name: string;
    readonly kind?: KindName;
    readonly fact: string;
    readonly seed?: () => Promise<unknown>;
    readonly before: unknown;
    readonly after: unknown;
    readonly calls: readonly [fix: string, undo: string];
  }

  const half = { ...on, IgnorePublicAcls: false };
  const halfOn = { ...allOn, ignorePublicAcls: false };
  const kms = (more: object) => ({
    Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' as const }, ...more }],
  });
  const rule = { algorithm: 'AES256', keyId: null, bucketKey: false, blocked: null };
  const never = { enabled: false, suspended: false, mfaDelete: false };
  const logsTo = { bucket: 'logs', prefix: 'records/', grants: null, keyFormat: null };
  const bucketRule = (ObjectOwnership: 'ObjectWriter' | 'BucketOwnerPreferred') =>
    s3.send(
      new PutBucketOwnershipControlsCommand({ Bucket, OwnershipControls: { Rules: [{ ObjectOwnership }] } }),
    );

  const rows: readonly Row[] = [
    {
      name: "a bucket's block that was not there",
      fact: 'publicAccessBlock',
      before: null,
      after: allOn,
      calls: ['PutPublicAccessBlock', 'DeletePublicAccessBlock'],
    },
    {
      name: "a bucket's block with one flag off",
      fact: 'publicAccessBlock',
      seed: () => s3.send(new PutPublicAccessBlockCommand({ Bucket, PublicAccessBlockConfiguration: half })),
      before: halfOn,
      after: allOn,
      calls: ['PutPublicAccessBlock', 'PutPublicAccessBlock'],
    },
    {
      name: "the account's block that was not there",
      kind: 'aws.account',
      fact: 'publicAccessBlock',
      seed: () => control.send(new DeleteAccountBlockCommand({ AccountId: testAccountId })),
      before: null,
      after: allOn,
      calls: ['PutPublicAccessBlock', 'DeletePublicAccessBlock'],
    },
    {
      name: "the account's block with one flag off",
      kind: 'aws.account',
      fact: 'publicAccessBlock',
      seed: () =>
        control.send(
          new PutAccountBlockCommand({ AccountId: testAccountId, PublicAccessBlockConfiguration: half }),
        ),
      before: halfOn,
      after: allOn,
      calls: ['PutPublicAccessBlock', 'PutPublicAccessBlock'],
    },
    {
      name: 'a policy that was not there',
      fact: 'policy',
      before: null,
      after: JSON.stringify(JSON.parse(written)),
      calls: ['PutBucketPolicy', 'DeleteBucketPolicy'],
    },
    {
      name: 'a policy as somebody wrote it by hand',
      fact: 'policy',
      seed: () => s3.send(new PutBucketPolicyCommand({ Bucket, Policy: written })),
      before: written,
      after: null,
      calls: ['DeleteBucketPolicy', 'PutBucketPolicy'],
    },
    {
      name: 'ownership that was never set',
      fact: 'ownership',
      before: null,
      after: 'BucketOwnerEnforced',
      calls: ['PutBucketOwnershipControls', 'DeleteBucketOwnershipControls'],
    },
    {
      name: 'ownership that was set to another value',
      fact: 'ownership',
      seed: () => bucketRule('ObjectWriter'),
      before: 'ObjectWriter',
      after: 'BucketOwnerEnforced',
      calls: ['PutBucketOwnershipControls', 'PutBucketOwnershipControls'],
    },
    {
      name: 'encryption that was not there',
      fact: 'encryptionRules',
      before: null,
      after: [rule],
      calls: ['PutBucketEncryption', 'DeleteBucketEncryption'],
    },
    {
      name: 'encryption with a key and its bucket key flag',
      fact: 'encryptionRules',
      seed: () =>
        s3.send(
          new PutBucketEncryptionCommand({
            Bucket,
            ServerSideEncryptionConfiguration: {
              Rules: [
                {
                  ApplyServerSideEncryptionByDefault: {
                    SSEAlgorithm: 'aws:kms',
                    KMSMasterKeyID: 'alias/records',
                  },
                  BucketKeyEnabled: true,
                },
              ],
            },
          }),
        ),
      before: [{ algorithm: 'aws:kms', keyId: 'alias/records', bucketKey: true, blocked: null }],
      after: [rule],
      calls: ['PutBucketEncryption', 'PutBucketEncryption'],
    },
    {
      name: 'encryption with KMS of which no key was named',
      fact: 'encryptionRules',
      seed: () =>
        s3.send(
          new PutBucketEncryptionCommand({
            Bucket,
            ServerSideEncryptionConfiguration: kms({ BucketKeyEnabled: false }),
          }),
        ),
      before: [{ algorithm: 'aws:kms', keyId: null, bucketKey: false, blocked: null }],
      after: [{ algorithm: 'aws:kms', keyId: null, bucketKey: true, blocked: null }],
      calls: ['PutBucketEncryption', 'PutBucketEncryption'],
    },
    {
      name: 'versioning that was suspended',
      fact: 'versioning',
      seed: () =>
        s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: 'Suspended' } })),
      before: { ...never, suspended: true },
      after: { ...never, enabled: true },
      calls: ['PutBucketVersioning', 'PutBucketVersioning'],
    },
    {
      name: 'logging that was off',
      fact: 'loggingSettings',
      before: null,
      after: logsTo,
      calls: ['PutBucketLogging', 'PutBucketLogging'],
    },
    {
      name: 'logging with grants of its own',
      fact: 'loggingSettings',
      seed: () =>
        s3.send(
          new PutBucketLoggingCommand({
            Bucket,
            BucketLoggingStatus: {
              LoggingEnabled: {
                TargetBucket: 'logs',
                TargetPrefix: 'old/',
                TargetGrants: [
                  { Grantee: { Type: 'CanonicalUser', ID: 'a'.repeat(64) }, Permission: 'READ' },
                  { Grantee: { Type: 'Group', URI: everyone }, Permission: 'FULL_CONTROL' },
                ],
              },
            },
          }),
        ),
      before: {
        bucket: 'logs',
        prefix: 'old/',
        grants: [
          { grantee: 'user', id: 'a'.repeat(64), uri: null, permission: 'READ' },
          { grantee: 'group', id: null, uri: everyone, permission: 'FULL_CONTROL' },
        ],
        keyFormat: null,
      },
      after: logsTo,
      calls: ['PutBucketLogging', 'PutBucketLogging'],
    },
  ];

  test.each(rows)('$name is set, and put back as it was', async (row) => {
    const { kind = 'aws.s3.bucket', fact, seed, before, after, calls } = row;
    const subject = kind === 'aws.account' ? theAccount : records;
    await seed?.();
    const start = await state();
    const found = await read(kind, fact, subject);
    expect(found).toEqual(before);

    expect(await put(kind, fact, subject, after)).toEqual([calls[0]]);
    expect(writing(kind, fact).calls({ before, after })).toEqual([calls[0]]);
    expect(await read(kind, fact, subject)).toEqual(after);
    expect(await state()).not.toEqual(start);

    // What was found has been through the ledger in between.
    expect(await put(kind, fact, subject, JSON.parse(JSON.stringify(found)))).toEqual([calls[1]]);
    expect(writing(kind, fact).calls({ before: after, after: before })).toEqual([calls[1]]);
    expect(await state()).toEqual(start);
  });

  test('an ACL: grants go and come back, each by its canonical id or group', async () => {
    await s3.send(new PutBucketAclCommand({ Bucket, ACL: 'public-read-write' }));
    const start = await state();
    const found = (await read('aws.s3.bucket', 'acl', records)) as { grants: readonly { uri: string }[] };
    const left = { ...found, grants: found.grants.filter(({ uri }) => uri !== everyone) };
    expect(left.grants).toHaveLength(1);
    expect(await put('aws.s3.bucket', 'acl', records, left)).toEqual(['PutBucketAcl']);
    expect(await read('aws.s3.bucket', 'acl', records)).toEqual(left);
    await put('aws.s3.bucket', 'acl', records, JSON.parse(JSON.stringify(found)));
    expect(await state()).toEqual(start);
  });

  test('an ACL that names somebody by e-mail is not written: it could not be put back', async () => {
    const grants = [{ grantee: 'email', id: null, uri: null, permission: 'READ' }];
    const written = put('aws.s3.bucket', 'acl', records, { owner: 'x', grants });
    await expect(written).rejects.toThrow(/e-mail/);
  });

  test('versioning that was never on comes back as suspended, which is all that AWS knows', async () => {
    expect(await read('aws.s3.bucket', 'versioning', records)).toEqual(never);
    await put('aws.s3.bucket', 'versioning', records, { ...never, enabled: true });
    await put('aws.s3.bucket', 'versioning', records, never);
    expect(await read('aws.s3.bucket', 'versioning', records)).toEqual({ ...never, suspended: true });
  });

  test('a logging target grants nothing that a check reads otherwise than before', async () => {
    await put('aws.s3.bucket', 'loggingSettings', records, logsTo);
    expect(await read('aws.s3.bucket', 'logging', records)).toEqual({ bucket: 'logs', prefix: 'records/' });
    await put('aws.s3.bucket', 'encryptionRules', records, [rule]);
    expect(await read('aws.s3.bucket', 'encryption', records)).toEqual({
      algorithm: 'AES256',
      keyId: null,
      bucketKey: false,
    });
  });
});

// A second opinion, from AWS's Service Authorization Reference: what a refused write says was missing.
test.each([
  ['s3', 'PutBucketEncryption'],
  ['s3', 'DeleteBucketEncryption'],
  ['s3', 'PutPublicAccessBlock'],
  ['s3', 'DeletePublicAccessBlock'],
  ['s3', 'PutBucketNotificationConfiguration'],
  ['s3', 'DeleteBucketOwnershipControls'],
  ['s3', 'PutBucketOwnershipControls'],
  ['s3', 'PutBucketPolicy'],
  ['s3', 'DeleteBucketPolicy'],
  ['s3', 'PutBucketAcl'],
  ['s3', 'PutBucketVersioning'],
  ['s3', 'PutBucketLogging'],
  ['s3-control', 'PutPublicAccessBlock'],
  ['s3-control', 'DeletePublicAccessBlock'],
])('%s %s needs the action that AWS documents', (service, operation) => {
  expect(permissionOf(service, operation)).toBe(iamActionOf(service.replace('-', ''), operation));
});
