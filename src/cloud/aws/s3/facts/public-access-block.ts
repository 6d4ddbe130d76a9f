import { GetPublicAccessBlockCommand } from '@aws-sdk/client-s3';
import { fromAccount, fromCall, fromFacts, orNone } from '../../collect.ts';
import { accountBlockOf } from '../account-facts.ts';
import { ask, type Bucket } from '../bucket-subject.ts';
import { blockFrom, effectiveBlock as effective } from '../public-access-block.ts';

/** The bucket's own block; `null`, none set, is the same as all four off. */
export const publicAccessBlock = fromCall(
  ['s3:GetBucketPublicAccessBlock'],
  async (reader, bucket: Bucket) => {
    const answer = await orNone(
      ask(reader, bucket, 'GetPublicAccessBlock', (s3, it) => s3.send(new GetPublicAccessBlockCommand(it))),
      'NoSuchPublicAccessBlockConfiguration',
    );
    return answer && blockFrom(answer.PublicAccessBlockConfiguration);
  },
);

export const accountBlock = fromAccount(['s3:GetAccountPublicAccessBlock'], (reader, _bucket: Bucket) =>
  accountBlockOf(reader),
);

export const effectiveBlock = fromFacts(
  ['publicAccessBlock', 'accountBlock'],
  ({ publicAccessBlock, accountBlock }, _bucket: Bucket) => effective(publicAccessBlock, accountBlock),
);
