import { GetBucketOwnershipControlsCommand } from '@aws-sdk/client-s3';
import { fromCall, listOf, orNone, present } from '../../collect.ts';
import { ask, type Bucket } from '../bucket-subject.ts';

/** `BucketOwnerEnforced` switches ACLs off; `null`, never set, is the old default: ACLs on, the uploader owns. */
export const ownership = fromCall(['s3:GetBucketOwnershipControls'], async (reader, bucket: Bucket) => {
  const answer = await orNone(
    ask(reader, bucket, 'GetBucketOwnershipControls', (s3, it) =>
      s3.send(new GetBucketOwnershipControlsCommand(it)),
    ),
    'OwnershipControlsNotFoundError',
  );
  if (answer === null) return null;
  const rules = listOf(answer.OwnershipControls?.Rules, 'GetBucketOwnershipControls');
  return present(rules[0]?.ObjectOwnership, 'the object ownership') as string;
});
