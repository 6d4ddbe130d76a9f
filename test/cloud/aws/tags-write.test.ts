import {
  CreateBucketCommand,
  GetBucketTaggingCommand,
  PutBucketTaggingCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { describeWithMoto } from '../../kit/aws/describe-with-moto.ts';
import { clientConfig } from '../../kit/aws/environment.ts';
import { bucketNamed } from './s3-kit.ts';
import { told, writeKit } from './write-kit.ts';

const Bucket = 'records';
const records = bucketNamed(Bucket);

describeWithMoto("a bucket's tags can be set, on moto", (moto) => {
  const kit = writeKit(moto);
  let s3: S3Client;
  beforeAll(() => {
    s3 = new S3Client({ ...clientConfig(moto.endpoint), forcePathStyle: true });
  });
  afterAll(() => s3.destroy());
  beforeEach(() => s3.send(new CreateBucketCommand({ Bucket })));

  const state = () => told(s3.send(new GetBucketTaggingCommand({ Bucket })));
  const tag = (tags: Readonly<Record<string, string>>) =>
    s3.send(
      new PutBucketTaggingCommand({
        Bucket,
        Tagging: { TagSet: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })) },
      }),
    );

  test('from no tags to one, and back to no set at all', async () => {
    expect(await kit.thereAndBack('aws.s3.bucket', 'tags', records, { Team: 'care' }, state)).toEqual({});
    expect(await state()).toBe('NoSuchTagSet');
  });

  test('one more tag, and back to the very set, an empty value included', async () => {
    const before = { Team: 'care', note: '', 'with space': 'a=b/c' };
    await tag(before);
    const after = { ...before, DataClassification: 'PHI' };
    expect(await kit.thereAndBack('aws.s3.bucket', 'tags', records, after, state)).toEqual(before);
  });
});
