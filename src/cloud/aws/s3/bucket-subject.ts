import type { S3Client } from '@aws-sdk/client-s3';
import type { Subject } from '../../../domain/catalog.ts';
import type { AwsReader } from '../reader.ts';

export interface Bucket extends Subject {
  readonly name: string;
}

const homes: Readonly<Record<string, string>> = { 'aws-cn': 'cn-north-1', 'aws-us-gov': 'us-gov-west-1' };

/** The region of the partition's global answers: the listing of buckets, the account's block. */
export const homeOf = ({ identity }: Pick<AwsReader, 'identity'>): string =>
  homes[identity.partition] ?? 'us-east-1';

/** One answer about one bucket. A trail's log bucket may have been asked before: then that answer is used. */
export const ask = <V>(
  reader: AwsReader,
  bucket: Pick<Bucket, 'name' | 'region'>,
  operation: string,
  read: (s3: S3Client, Bucket: { Bucket: string }) => Promise<V>,
): Promise<V> =>
  reader.recall(`s3:${operation}:${bucket.name}`, () =>
    read(reader.s3(bucket.region), { Bucket: bucket.name }),
  );
