import { GetBucketTaggingCommand } from '@aws-sdk/client-s3';
import { fromCall, listOf, orNone, present } from '../../collect.ts';
import { ask, type Bucket } from '../bucket-subject.ts';

export const tags = fromCall(['s3:GetBucketTagging'], async (reader, bucket: Bucket) => {
  const answer = await orNone(
    ask(reader, bucket, 'GetBucketTagging', (s3, it) => s3.send(new GetBucketTaggingCommand(it))),
    'NoSuchTagSet',
  );
  const none: Readonly<Record<string, string>> = {};
  if (answer === null) return none;
  const set = listOf(answer.TagSet, 'GetBucketTagging');
  return Object.fromEntries(set.map(({ Key, Value }) => [present(Key, 'a tag key'), Value ?? '']));
});
