import {
  GetBucketAclCommand,
  PutBucketAclCommand,
  PutBucketOwnershipControlsCommand,
  PutBucketPolicyCommand,
  PutPublicAccessBlockCommand,
} from '@aws-sdk/client-s3';
import { PutPublicAccessBlockCommand as PutAccountBlockCommand } from '@aws-sdk/client-s3-control';
import { testAccountId } from '../../../kit/aws/environment.ts';
import type { Aws } from '../account.ts';
import type { Chapter } from '../row.ts';
import { arnOf, Bucket, bucketState, seeded } from './bucket.ts';

type Statement = Readonly<Record<string, unknown>>;

const partner: Statement = {
  Sid: 'Partner',
  Effect: 'Allow',
  Principal: { AWS: `arn:aws:iam::${testAccountId}:role/reader` },
  Action: 's3:GetObject',
  Resource: `${arnOf(Bucket)}/*`,
};
const everyone: Statement = { ...partner, Sid: 'Everyone', Principal: '*' };
const onlyTls = {
  Sid: 'DenyPlainHttp',
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: [arnOf(Bucket), `${arnOf(Bucket)}/*`],
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
};

/** Written over several lines, with spaces that a parser would drop. */
const byHand = (...statements: Statement[]) =>
  `{\n  "Version": "2012-10-17",  "Id": "by-hand",\n  "Statement": [ ${statements.map((s) => JSON.stringify(s, null, 1)).join(' ,\n')} ]\n}`;
const policy =
  (...statements: Statement[]) =>
  (aws: Aws) =>
    aws.s3.send(new PutBucketPolicyCommand({ Bucket, Policy: byHand(...statements) }));

const owned = (ObjectOwnership: 'ObjectWriter' | 'BucketOwnerPreferred') => (aws: Aws) =>
  aws.s3.send(
    new PutBucketOwnershipControlsCommand({ Bucket, OwnershipControls: { Rules: [{ ObjectOwnership }] } }),
  );

const group = 'http://acs.amazonaws.com/groups/global/AllUsers';
/** The owner, and what strangers are granted. */
const acl =
  (...granted: ('READ' | 'WRITE')[]) =>
  async (aws: Aws) => {
    await owned('ObjectWriter')(aws);
    const { Owner } = await aws.s3.send(new GetBucketAclCommand({ Bucket }));
    const Grants = [
      { Grantee: { Type: 'CanonicalUser' as const, ID: Owner?.ID }, Permission: 'FULL_CONTROL' as const },
      ...granted.map((Permission) => ({ Grantee: { Type: 'Group' as const, URI: group }, Permission })),
    ];
    await aws.s3.send(new PutBucketAclCommand({ Bucket, AccessControlPolicy: { Owner, Grants } }));
  };

const half = {
  BlockPublicAcls: true,
  IgnorePublicAcls: true,
  BlockPublicPolicy: false,
  RestrictPublicBuckets: false,
};
const block = (more: object) => (aws: Aws) =>
  aws.s3.send(
    new PutPublicAccessBlockCommand({ Bucket, PublicAccessBlockConfiguration: { ...half, ...more } }),
  );

const everyFlag =
  '{"blockPublicAcls":true,"ignorePublicAcls":true,"blockPublicPolicy":true,"restrictPublicBuckets":true}';
/** Who gets into a bucket. */
export const s3Access: Chapter = {
  title: 'remedies for who gets into a bucket, on moto',
  rows: [
    {
      remedy: 'aws/s3/bucket-public-access-block',
      check: 'aws/s3/bucket-public-access-block',
      seed: seeded(block({})),
      change: ['blockPublicPolicy: false → true', 'restrictPublicBuckets: false → true'],
      calls: ['PutPublicAccessBlock'],
      undo: ['PutPublicAccessBlock'],
      state: bucketState,
      meddle: block({ RestrictPublicBuckets: true }),
    },
    {
      remedy: 'aws/s3/bucket-public-access-block',
      check: 'aws/s3/bucket-public-read',
      when: 'where there was none',
      seed: seeded(acl('READ')),
      change: [`null → ${everyFlag}`],
      calls: ['PutPublicAccessBlock'],
      undo: ['DeletePublicAccessBlock'],
      state: bucketState,
      meddle: block({ IgnorePublicAcls: false }),
    },
    {
      remedy: 'aws/s3/account-public-access-block',
      check: 'aws/s3/account-public-access-block',
      seed: async (aws) => {
        await seeded()(aws);
        return `arn:aws:iam::${testAccountId}:root`;
      },
      change: [`null → ${everyFlag}`],
      calls: ['PutPublicAccessBlock'],
      undo: ['DeletePublicAccessBlock'],
      state: (aws) => bucketState(aws),
      meddle: ({ s3Control }) =>
        s3Control.send(
          new PutAccountBlockCommand({ AccountId: testAccountId, PublicAccessBlockConfiguration: half }),
        ),
    },
    {
      remedy: 'aws/s3/acl-private',
      check: 'aws/s3/bucket-public-write',
      seed: seeded(acl('READ', 'WRITE')),
      change: [
        `grants[1]: {"grantee":"group","id":null,"uri":"${group}","permission":"READ"} → absent`,
        `grants[2]: {"grantee":"group","id":null,"uri":"${group}","permission":"WRITE"} → absent`,
      ],
      calls: ['PutBucketAcl'],
      undo: ['PutBucketAcl'],
      state: bucketState,
      meddle: acl('WRITE'),
    },
    {
      remedy: 'aws/s3/ownership-enforced',
      check: 'aws/s3/bucket-acls-disabled',
      seed: seeded(),
      change: ['null → "BucketOwnerEnforced"'],
      calls: ['PutBucketOwnershipControls'],
      undo: ['DeleteBucketOwnershipControls'],
      state: bucketState,
      meddle: owned('BucketOwnerPreferred'),
    },
    {
      remedy: 'aws/s3/policy-statement-removed',
      check: 'aws/s3/bucket-public-read',
      seed: seeded(policy(partner, everyone)),
      change: [`Statement[1]: ${JSON.stringify(everyone)} → absent`],
      calls: ['PutBucketPolicy'],
      undo: ['PutBucketPolicy'],
      state: bucketState,
      meddle: policy(everyone),
    },
    {
      remedy: 'aws/s3/policy-statement-removed',
      check: 'aws/s3/bucket-public-read',
      when: 'of which nothing is left',
      seed: seeded(policy(everyone)),
      change: [`${JSON.stringify({ Version: '2012-10-17', Id: 'by-hand', Statement: [everyone] })} → null`],
      calls: ['DeleteBucketPolicy'],
      undo: ['PutBucketPolicy'],
      state: bucketState,
      meddle: policy(everyone, partner),
    },
    {
      remedy: 'aws/s3/tls-only',
      check: 'aws/s3/bucket-tls-only',
      seed: seeded(),
      change: [`null → ${JSON.stringify({ Version: '2012-10-17', Statement: [onlyTls] })}`],
      calls: ['PutBucketPolicy'],
      undo: ['DeleteBucketPolicy'],
      state: bucketState,
      meddle: policy(partner),
    },
  ],
};
