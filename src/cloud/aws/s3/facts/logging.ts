import {
  type BucketLogsPermission,
  GetBucketLoggingCommand,
  type LoggingEnabled,
  PutBucketLoggingCommand,
} from '@aws-sdk/client-s3';
import { fromCall, fromFacts, knownValue, present, settable } from '../../collect.ts';
import type { AwsReader } from '../../reader.ts';
import { ask, type Bucket } from '../bucket-subject.ts';
import { tell } from '../tell.ts';
import { type Grant, grantFrom, grantTo } from './acl.ts';

/** Where server access logs go, and all else that was said about them. */
export type LoggingSettings = {
  readonly bucket: string;
  readonly prefix: string;
  /** Who may read the logs besides; `null` where nothing was said. */
  readonly grants: readonly Grant[] | null;
  /** How the logs are named; `null` where nothing was said, which is `simple`. */
  readonly keyFormat: 'simple' | 'EventTime' | 'DeliveryTime' | null;
};

export interface Logging {
  readonly bucket: string;
  readonly prefix: string;
}

async function settingsOf(reader: AwsReader, bucket: Bucket): Promise<LoggingSettings | null> {
  const { LoggingEnabled } = await ask(reader, bucket, 'GetBucketLogging', (s3, it) =>
    s3.send(new GetBucketLoggingCommand(it)),
  );
  return LoggingEnabled ? settingsFrom(LoggingEnabled) : null;
}

function settingsFrom(logging: LoggingEnabled): LoggingSettings {
  const { TargetBucket, TargetPrefix, TargetGrants, TargetObjectKeyFormat: format } = logging;
  return {
    bucket: present(TargetBucket, 'the log bucket'),
    prefix: TargetPrefix ?? '',
    grants: TargetGrants?.map((grant) => grantFrom(grant)) ?? null,
    keyFormat: format?.PartitionedPrefix
      ? present(format.PartitionedPrefix.PartitionDateSource, 'the date that the logs are sorted by')
      : format
        ? 'simple'
        : null,
  };
}

function enabledBy({ bucket, prefix, grants, keyFormat }: LoggingSettings): LoggingEnabled {
  const format =
    keyFormat === 'simple'
      ? { SimplePrefix: {} }
      : { PartitionedPrefix: { PartitionDateSource: keyFormat ?? undefined } };
  return {
    TargetBucket: bucket,
    TargetPrefix: prefix,
    ...(grants && { TargetGrants: grants.map(grantTo<BucketLogsPermission>) }),
    ...(keyFormat && { TargetObjectKeyFormat: format }),
  };
}

/** `null` when they are off. */
export const loggingSettings = settable(fromCall(['s3:GetBucketLogging'], settingsOf), {
  permissions: ['s3:PutBucketLogging'],
  calls: () => ['PutBucketLogging'],
  put: (writer, bucket, settings) =>
    tell(writer, bucket, (s3, it) => {
      // S3 has no operation that deletes it: an empty status turns it off.
      const BucketLoggingStatus = settings ? { LoggingEnabled: enabledBy(settings) } : {};
      return s3.send(new PutBucketLoggingCommand({ ...it, BucketLoggingStatus }));
    }),
});

const judged = (settings: LoggingSettings | null): Logging | null =>
  settings && { bucket: settings.bucket, prefix: settings.prefix };

/** Where server access logs go; `null` when they are off. For a neighbour of the bucket. */
export const logging = fromCall(['s3:GetBucketLogging'], async (reader, bucket: Bucket) =>
  judged(await settingsOf(reader, bucket)),
);

/** The same, as the bucket's own fact. */
export const ownLogging = fromFacts(['loggingSettings'], ({ loggingSettings }, _bucket: Bucket) =>
  judged(knownValue<LoggingSettings | null>(loggingSettings)),
);
