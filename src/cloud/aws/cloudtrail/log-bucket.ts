import { GetBucketLifecycleConfigurationCommand } from '@aws-sdk/client-s3';
import type { Collector } from '../../../domain/catalog.ts';
import { fromCall, fromFacts, knownValue, listOf, orNone } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { ask, type Bucket } from '../s3/bucket-subject.ts';
import { logging } from '../s3/facts/logging.ts';
import { objectLock } from '../s3/facts/object-lock.ts';
import { versioning } from '../s3/facts/versioning.ts';
import { learn, permissionsOf } from './bucket-facts.ts';
import { bucketOf, isOurs, keeping } from './log-bucket-of.ts';
import { logBucketWrites } from './log-bucket-write.ts';
import { type Expiry, expiryOf, retention } from './retention.ts';
import type { Trail } from './trail-subject.ts';

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

/** What strangers can do in the log bucket; `null`: nothing. Judged for a bucket of this account, whose block it is behind. */
const bucketOpenTo = fromCall(
  ['s3:GetBucketLocation', ...permissionsOf('publicRead'), ...permissionsOf('publicWrite')],
  async (reader, trail: Trail): Promise<string | null> => {
    const kept = keeping(reader);
    const bucket = await bucketOf(kept, trail);
    await isOurs(kept, bucket);
    const doors = [await learn(kept, bucket, 'publicRead'), await learn(kept, bucket, 'publicWrite')];
    const open = doors.find((door) => door.known && door.value.public);
    if (open?.known) return open.value.because;
    for (const door of doors) knownValue(door);
    return null;
  },
);

export const logBucketFacts = {
  bucketVersioning: ofLogBucket(versioning),
  bucketObjectLock: ofLogBucket(objectLock),
  bucketLogging: ofLogBucket(logging),
  bucketOpenTo,
  ...logBucketWrites,
  bucketExpiry,
  logRetention: fromFacts(['bucketExpiry', 'bucketVersioning'], (needs, _trail: Trail) => {
    const expiry = knownValue<Expiry>(needs['bucketExpiry']);
    // Without an expiry, versions have no say.
    if (expiry.days === null && expiry.onDate === null) return retention(expiry, false);
    return retention(expiry, knownValue<{ enabled: boolean }>(needs['bucketVersioning']).enabled);
  }),
} as const;
