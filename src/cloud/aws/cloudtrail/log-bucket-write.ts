import { GetBucketLocationCommand } from '@aws-sdk/client-s3';
import type { Json, WritableCollector } from '../../../domain/catalog.ts';
import { CloudError } from '../../../domain/errors.ts';
import { codeOf, fromCall, settable } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { type Bucket, homeOf } from '../s3/bucket-subject.ts';
import { type LoggingSettings, loggingSettings } from '../s3/facts/logging.ts';
import { publicAccessBlock } from '../s3/facts/public-access-block.ts';
import { blockFlags } from '../s3/public-access-block.ts';
import { regionFrom } from '../s3/region-of.ts';
import type { AwsWriter } from '../writer.ts';
import { bucketOf, isOurs, keeping } from './log-bucket-of.ts';
import type { Trail } from './trail-subject.ts';

/**
 * A fact of the log bucket, set from its trail by the bucket's own way of setting it. Another account's bucket is that
 * account's to change.
 */
function ofOwnLogBucket<V extends Json>(
  fact: WritableCollector<Bucket, V, AwsReader, AwsWriter>,
  implies: (value: V) => Readonly<Record<string, unknown>>,
): WritableCollector<Trail, V, AwsReader, AwsWriter> {
  const { permissions, calls, put } = fact.write;
  return settable(
    fromCall(['s3:GetBucketLocation', ...fact.permissions], async (reader, trail: Trail) => {
      const kept = keeping(reader);
      return fact.read(kept, await ownBucket(kept, trail), {});
    }),
    {
      permissions: ['s3:GetBucketLocation', ...permissions],
      calls,
      resources: (trail) => [arnOf(trail)],
      touches: (trail) => [arnOf(trail)],
      implies,
      put: async (client, trail, value) => put(client, await located(client, trail), value),
    },
  );
}

const arnOf = ({ id, logBucket }: Trail): string => `arn:${id.split(':')[1]}:s3:::${logBucket}`;

async function ownBucket(reader: AwsReader, trail: Trail): Promise<Bucket> {
  try {
    const bucket = await bucketOf(reader, trail);
    await isOurs(reader, bucket);
    return bucket;
  } catch (cause) {
    if (codeOf(cause) !== 'AccessDenied') throw cause;
    const message =
      'the log bucket is not shown to be of this account: change it in the account that owns it';
    throw new CloudError('unsupported', message, undefined, { cause });
  }
}

async function located(client: AwsWriter, trail: Trail): Promise<Bucket> {
  const { LocationConstraint } = await client
    .s3(homeOf(client))
    .send(new GetBucketLocationCommand({ Bucket: trail.logBucket, ExpectedBucketOwner: client.identity.id }));
  return { id: arnOf(trail), name: trail.logBucket, region: regionFrom(LocationConstraint) };
}

export const logBucketWrites = {
  /** The bucket's own block. With all four flags on no stranger gets in, whatever the policy and the ACLs say. */
  bucketBlock: ofOwnLogBucket(publicAccessBlock, (block) =>
    block !== null && blockFlags.every((flag) => block[flag]) ? { bucketOpenTo: null } : {},
  ),
  bucketLoggingSettings: ofOwnLogBucket(loggingSettings, (settings: LoggingSettings | null) => ({
    bucketLogging: settings && { bucket: settings.bucket, prefix: settings.prefix },
  })),
} as const;
