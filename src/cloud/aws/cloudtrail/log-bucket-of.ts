import { GetBucketLocationCommand } from '@aws-sdk/client-s3';
import type { AwsReader } from '../reader.ts';
import type { Bucket } from '../s3/bucket-subject.ts';
import { regionOf } from '../s3/region-of.ts';
import type { Trail } from './trail-subject.ts';

/** What is asked of a log bucket is kept for the scan, so that the bucket itself need not be asked again. */
export const keeping = (reader: AwsReader): AwsReader => ({ ...reader, recall: reader.remember });

export async function bucketOf(reader: AwsReader, { logBucket }: Trail): Promise<Bucket> {
  const id = `arn:${reader.identity.partition}:s3:::${logBucket}`;
  return { id, name: logBucket, region: await regionOf(reader, logBucket) };
}

/** S3 refuses when the bucket is another account's: behind whose block it lies cannot be seen from here. */
export const isOurs = (reader: AwsReader, { name, region }: Bucket) =>
  reader.remember(`cloudtrail:own-bucket:${name}`, () =>
    reader
      .s3(region)
      .send(new GetBucketLocationCommand({ Bucket: name, ExpectedBucketOwner: reader.identity.id })),
  );
