import {
  DeleteBucketTaggingCommand,
  GetBucketTaggingCommand,
  PutBucketTaggingCommand,
} from '@aws-sdk/client-s3';
import { fromCall, listOf, orNone, present, settable } from '../../collect.ts';
import { ask, type Bucket } from '../bucket-subject.ts';
import { tell } from '../tell.ts';

type Tags = { readonly [key: string]: string };

const read = fromCall(['s3:GetBucketTagging'], async (reader, bucket: Bucket): Promise<Tags> => {
  const answer = await orNone(
    ask(reader, bucket, 'GetBucketTagging', (s3, it) => s3.send(new GetBucketTaggingCommand(it))),
    'NoSuchTagSet',
  );
  if (answer === null) return {};
  const set = listOf(answer.TagSet, 'GetBucketTagging');
  return Object.fromEntries(set.map(({ Key, Value }) => [present(Key, 'a tag key'), Value ?? '']));
});

/**
 * S3 replaces the whole set. Tags that AWS set (`aws:…`) must come along as they are: it refuses a set without them, and a
 * set that changes them. No tags at all is no set.
 */
export const tags = settable(read, {
  permissions: ['s3:PutBucketTagging'],
  calls: ({ after }) => [Object.keys(after).length === 0 ? 'DeleteBucketTagging' : 'PutBucketTagging'],
  put: (writer, bucket, value) =>
    tell(writer, bucket, (s3, it) => {
      const TagSet = Object.entries(value).map(([Key, Value]) => ({ Key, Value }));
      return TagSet.length === 0
        ? s3.send(new DeleteBucketTaggingCommand(it))
        : s3.send(new PutBucketTaggingCommand({ ...it, Tagging: { TagSet } }));
    }),
});
