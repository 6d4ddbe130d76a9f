import { GetBucketLifecycleConfigurationCommand } from '@aws-sdk/client-s3';
import type { Collector } from '../../../domain/catalog.ts';
import { fromCall, fromFacts, knownValue, listOf, orNone } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { ask, type Bucket } from '../s3/bucket-subject.ts';
import { logging } from '../s3/facts/logging.ts';
import { objectLock } from '../s3/facts/object-lock.ts';
import { versioning } from '../s3/facts/versioning.ts';
import { regionOf } from '../s3/region-of.ts';
import { type Expiry, expiryOf, retention } from './retention.ts';
import type { Trail } from './trail-subject.ts';

/** What is asked of a log bucket is kept for the scan, so that the bucket itself need not be asked again. */
const keeping = (reader: AwsReader): AwsReader => ({ ...reader, recall: reader.remember });

async function bucketOf(reader: AwsReader, { logBucket }: Trail): Promise<Bucket> {
  const id = `arn:${reader.identity.partition}:s3:::${logBucket}`;
  return { id, name: logBucket, region: await regionOf(reader, logBucket) };
}

/** A fact of the bucket, as a fact of the trail that writes into it. Another account's bucket may refuse. */
const ofLogBucket = <V>(fact: Collector<Bucket, V, AwsReader>) =>
  fromCall(['s3:GetBucketLocation', ...fact.permissions], async (reader, trail: Trail) => {
    const kept = keeping(reader);
    return fact.read(kept, await bucketOf(kept, trail), {});
  });

const bucketExpiry = fromCall(
  ['s3:GetBucketLocation', 's3:GetLifecycleConfiguration'],
  async (reader, trail: Trail): Promise<Expiry> => {
    const kept = keeping(reader);
    const bucket = await bucketOf(kept, trail);
    const answer = await orNone(
      ask(kept, bucket, 'GetBucketLifecycleConfiguration', (s3, it) =>
        s3.send(new GetBucketLifecycleConfigurationCommand(it)),
      ),
      'NoSuchLifecycleConfiguration',
    );
    return expiryOf(answer ? listOf(answer.Rules, 'GetBucketLifecycleConfiguration') : [], trail.logPrefix);
  },
);

export const logBucketFacts = {
  bucketVersioning: ofLogBucket(versioning),
  bucketObjectLock: ofLogBucket(objectLock),
  bucketLogging: ofLogBucket(logging),
  bucketExpiry,
  logRetention: fromFacts(['bucketExpiry', 'bucketVersioning'], (needs, _trail: Trail) => {
    const expiry = knownValue<Expiry>(needs['bucketExpiry']);
    // Without an expiry, versions have no say.
    if (expiry.days === null && expiry.onDate === null) return retention(expiry, false);
    return retention(expiry, knownValue<{ enabled: boolean }>(needs['bucketVersioning']).enabled);
  }),
} as const;
