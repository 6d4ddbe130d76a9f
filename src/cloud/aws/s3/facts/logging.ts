import { GetBucketLoggingCommand } from '@aws-sdk/client-s3';
import { fromCall, present } from '../../collect.ts';
import { ask, type Bucket } from '../bucket-subject.ts';

/** Where server access logs go; `null` when they are off. */
export const logging = fromCall(['s3:GetBucketLogging'], async (reader, bucket: Bucket) => {
  const { LoggingEnabled } = await ask(reader, bucket, 'GetBucketLogging', (s3, it) =>
    s3.send(new GetBucketLoggingCommand(it)),
  );
  if (!LoggingEnabled) return null;
  return {
    bucket: present(LoggingEnabled.TargetBucket, 'the log bucket'),
    prefix: LoggingEnabled.TargetPrefix ?? '',
  };
});
