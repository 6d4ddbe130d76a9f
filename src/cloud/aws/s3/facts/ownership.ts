import {
  DeleteBucketOwnershipControlsCommand,
  GetBucketOwnershipControlsCommand,
  type ObjectOwnership,
  PutBucketOwnershipControlsCommand,
} from '@aws-sdk/client-s3';
import { fromCall, listOf, orNone, present, settable } from '../../collect.ts';
import { ask, type Bucket } from '../bucket-subject.ts';
import { tell } from '../tell.ts';

const read = fromCall(
  ['s3:GetBucketOwnershipControls'],
  async (reader, bucket: Bucket): Promise<string | null> => {
    const answer = await orNone(
      ask(reader, bucket, 'GetBucketOwnershipControls', (s3, it) =>
        s3.send(new GetBucketOwnershipControlsCommand(it)),
      ),
      'OwnershipControlsNotFoundError',
    );
    if (answer === null) return null;
    const rules = listOf(answer.OwnershipControls?.Rules, 'GetBucketOwnershipControls');
    return present(rules[0]?.ObjectOwnership, 'the object ownership');
  },
);

/** `BucketOwnerEnforced` switches ACLs off; `null`, never set, is the old default: ACLs on, the uploader owns. */
export const ownership = settable(read, {
  permissions: ['s3:PutBucketOwnershipControls'],
  calls: ({ after }) => [after === null ? 'DeleteBucketOwnershipControls' : 'PutBucketOwnershipControls'],
  put: (writer, bucket, value) =>
    tell(writer, bucket, (s3, it) => {
      if (value === null) return s3.send(new DeleteBucketOwnershipControlsCommand(it));
      const OwnershipControls = { Rules: [{ ObjectOwnership: value as ObjectOwnership }] };
      return s3.send(new PutBucketOwnershipControlsCommand({ ...it, OwnershipControls }));
    }),
});
