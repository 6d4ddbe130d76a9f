import type { S3Client } from '@aws-sdk/client-s3';
import type { AwsWriter } from '../writer.ts';
import type { Bucket } from './bucket-subject.ts';

/** One change of one bucket. S3 refuses where the name has come to belong to another account since the plan was made. */
export async function tell(
  writer: AwsWriter,
  { name, region }: Bucket,
  write: (s3: S3Client, it: { Bucket: string; ExpectedBucketOwner: string }) => Promise<unknown>,
): Promise<void> {
  await write(writer.s3(region), { Bucket: name, ExpectedBucketOwner: writer.identity.id });
}
