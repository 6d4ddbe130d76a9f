import {
  DeletePublicAccessBlockCommand,
  GetPublicAccessBlockCommand,
  PutPublicAccessBlockCommand,
} from '@aws-sdk/client-s3';
import { fromAccount, fromCall, fromFacts, orNone, settable } from '../../collect.ts';
import { accountBlockOf } from '../account-block.ts';
import { ask, type Bucket } from '../bucket-subject.ts';
import {
  blockFlags,
  blockFrom,
  configurationOf,
  effectiveBlock as effective,
} from '../public-access-block.ts';
import { tell } from '../tell.ts';

/** The bucket's own block; `null`, none set, is the same as all four off. */
export const publicAccessBlock = settable(
  fromCall(['s3:GetBucketPublicAccessBlock'], async (reader, bucket: Bucket) => {
    const answer = await orNone(
      ask(reader, bucket, 'GetPublicAccessBlock', (s3, it) => s3.send(new GetPublicAccessBlockCommand(it))),
      'NoSuchPublicAccessBlockConfiguration',
    );
    return answer && blockFrom(answer.PublicAccessBlockConfiguration);
  }),
  {
    permissions: ['s3:PutBucketPublicAccessBlock'],
    calls: ({ after }) => [after === null ? 'DeletePublicAccessBlock' : 'PutPublicAccessBlock'],
    // Behind all four a stranger is told nothing; what the probe would hear with fewer is not foretold.
    implies: (block): Readonly<Record<string, unknown>> =>
      block !== null && blockFlags.every((flag) => block[flag])
        ? { anonymousProbe: { bucket: 'refuses', unknownKey: 'refuses' } }
        : {},
    put: (writer, bucket, block) =>
      tell(writer, bucket, (s3, it) =>
        block === null
          ? s3.send(new DeletePublicAccessBlockCommand(it))
          : s3.send(
              new PutPublicAccessBlockCommand({
                ...it,
                PublicAccessBlockConfiguration: configurationOf(block),
              }),
            ),
      ),
  },
);

export const accountBlock = fromAccount(['s3:GetAccountPublicAccessBlock'], (reader, _bucket: Bucket) =>
  accountBlockOf(reader),
);

export const effectiveBlock = fromFacts(
  ['publicAccessBlock', 'accountBlock'],
  ({ publicAccessBlock, accountBlock }, _bucket: Bucket) => effective(publicAccessBlock, accountBlock),
);
