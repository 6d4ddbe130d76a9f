import { GetBucketLocationCommand } from '@aws-sdk/client-s3';
import type { AwsReader } from '../reader.ts';
import { homeOf } from './bucket-subject.ts';

/** Where a bucket lives, asked by name; buckets of this account only. */
export async function regionOf(reader: AwsReader, name: string): Promise<string> {
  // Kept: a replication's target is asked for by its source, and a log bucket by its trail.
  const { LocationConstraint } = await reader.remember(`s3:GetBucketLocation:${name}`, () =>
    reader.s3(homeOf(reader)).send(new GetBucketLocationCommand({ Bucket: name })),
  );
  return regionFrom(LocationConstraint);
}

export function regionFrom(constraint: string | undefined): string {
  if (!constraint) return 'us-east-1'; // the oldest region has no constraint
  return constraint === 'EU' ? 'eu-west-1' : constraint;
}
