import { GetBucketLocationCommand } from '@aws-sdk/client-s3';
import type { AwsReader } from '../reader.ts';
import { ask, homeOf } from './bucket-subject.ts';

/** Where a bucket lives, asked by name; buckets of this account only. */
export async function regionOf(reader: AwsReader, name: string): Promise<string> {
  const { LocationConstraint } = await ask(
    reader,
    { name, region: homeOf(reader) },
    'GetBucketLocation',
    (s3, it) => s3.send(new GetBucketLocationCommand(it)),
  );
  if (!LocationConstraint) return 'us-east-1'; // the oldest region has no constraint
  return LocationConstraint === 'EU' ? 'eu-west-1' : LocationConstraint;
}
