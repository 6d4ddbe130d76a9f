import {
  PutBucketEncryptionCommand,
  PutBucketLoggingCommand,
  PutBucketNotificationConfigurationCommand,
  PutBucketTaggingCommand,
  PutBucketVersioningCommand,
} from '@aws-sdk/client-s3';
import type { Aws } from '../account.ts';
import type { Chapter } from '../row.ts';
import { Bucket, bucketState, logs, makeLogs, seeded } from './bucket.ts';

const tag = (Key: string, Value: string) => (aws: Aws) =>
  aws.s3.send(new PutBucketTaggingCommand({ Bucket, Tagging: { TagSet: [{ Key, Value }] } }));

const encrypt = (SSEAlgorithm: 'AES256' | 'aws:kms', KMSMasterKeyID?: string) => (aws: Aws) =>
  aws.s3.send(
    new PutBucketEncryptionCommand({
      Bucket,
      ServerSideEncryptionConfiguration: {
        Rules: [
          {
            ApplyServerSideEncryptionByDefault: {
              SSEAlgorithm,
              ...(KMSMasterKeyID ? { KMSMasterKeyID } : {}),
            },
          },
        ],
      },
    }),
  );

const logTo = (TargetPrefix: string) => (aws: Aws) =>
  aws.s3.send(
    new PutBucketLoggingCommand({
      Bucket,
      BucketLoggingStatus: { LoggingEnabled: { TargetBucket: logs, TargetPrefix } },
    }),
  );

const version = (Status: 'Enabled' | 'Suspended') => (aws: Aws) =>
  aws.s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status } }));

const notify = (aws: Aws) =>
  aws.s3.send(
    new PutBucketNotificationConfigurationCommand({
      Bucket,
      NotificationConfiguration: { EventBridgeConfiguration: {} },
    }),
  );

/** How a bucket keeps, marks and records what it holds. */
export const s3Kept: Chapter = {
  title: 'remedies for what a bucket keeps and records, on moto',
  remedies: {
    'aws/s3/access-logging': { targetBucket: logs },
    'aws/s3/kms-encryption': { kmsKeyId: 'alias/records' },
  },
  rows: [
    {
      remedy: 'aws/s3/default-encryption',
      check: 'aws/s3/bucket-default-encryption',
      seed: seeded(),
      change: ['null → [{"algorithm":"AES256","keyId":null,"bucketKey":false,"blocked":null}]'],
      calls: ['PutBucketEncryption'],
      undo: ['DeleteBucketEncryption'],
      state: bucketState,
      meddle: encrypt('aws:kms'),
    },
    {
      remedy: 'aws/s3/kms-encryption',
      check: 'aws/s3/bucket-kms-encryption',
      seed: seeded(encrypt('AES256')),
      change: [
        '[0]: {"algorithm":"AES256","keyId":null,"bucketKey":false,"blocked":null} → absent',
        '[0]: absent → {"algorithm":"aws:kms","keyId":"alias/records","bucketKey":true,"blocked":null}',
      ],
      calls: ['PutBucketEncryption'],
      undo: ['PutBucketEncryption'],
      state: bucketState,
      meddle: encrypt('aws:kms', 'alias/other'),
    },
    {
      remedy: 'aws/s3/versioning',
      check: 'aws/s3/bucket-versioning',
      seed: seeded(),
      change: ['enabled: false → true'],
      calls: ['PutBucketVersioning'],
      undo: ['PutBucketVersioning'],
      state: bucketState,
      meddle: version('Suspended'),
      differs: (start) => ({ ...start, versioning: { Status: 'Suspended' } }),
    },
    {
      remedy: 'aws/s3/access-logging',
      check: 'aws/s3/bucket-access-logging',
      seed: seeded(makeLogs),
      change: ['null → {"bucket":"access-logs","prefix":"records/","grants":null,"keyFormat":null}'],
      calls: ['PutBucketLogging'],
      undo: ['PutBucketLogging'],
      state: bucketState,
      meddle: logTo('elsewhere/'),
    },
    {
      remedy: 'aws/s3/event-notifications',
      check: 'aws/s3/bucket-event-notifications',
      seed: seeded(),
      change: ['eventBridge: false → true'],
      calls: ['PutBucketNotificationConfiguration'],
      undo: ['PutBucketNotificationConfiguration'],
      state: bucketState,
      meddle: notify,
    },
    {
      remedy: 'aws/phi/store-classify',
      check: 'aws/phi/store-missing-classification',
      choice: 'PHI',
      seed: seeded(tag('Team', 'care')),
      change: ['DataClassification: absent → "PHI"'],
      calls: ['PutBucketTagging'],
      undo: ['PutBucketTagging'],
      state: bucketState,
      meddle: tag('Team', 'billing'),
    },
    {
      remedy: 'aws/resource/bucket-environment-tag',
      check: 'aws/resource/has-any-tags',
      choice: 'production',
      seed: seeded(),
      change: ['Environment: absent → "production"'],
      calls: ['PutBucketTagging'],
      undo: ['DeleteBucketTagging'],
      state: bucketState,
      meddle: tag('Team', 'care'),
    },
  ],
};
