import { GetBucketPolicyCommand, GetBucketPolicyStatusCommand } from '@aws-sdk/client-s3';
import { CloudError } from '../../../../domain/errors.ts';
import { fromCall, fromFacts, orNone, present } from '../../collect.ts';
import { ask, type Bucket } from '../bucket-subject.ts';

/** The policy as its author wrote it; `null` when there is none. */
export const policy = fromCall(['s3:GetBucketPolicy'], async (reader, bucket: Bucket) => {
  const answer = await orNone(
    ask(reader, bucket, 'GetBucketPolicy', (s3, it) => s3.send(new GetBucketPolicyCommand(it))),
    'NoSuchBucketPolicy',
  );
  return answer && present(answer.Policy, 'the bucket policy');
});

/** Whether AWS itself calls the policy public; asked only where there may be one. */
export const policyStatus = fromFacts(
  ['policy'],
  async ({ policy }, bucket: Bucket, reader) => {
    if (policy?.known && policy.value === null) return null;
    const answer = await orNone(
      ask(reader, bucket, 'GetBucketPolicyStatus', (s3, it) => s3.send(new GetBucketPolicyStatusCommand(it))),
      'NoSuchBucketPolicy',
    );
    if (answer === null) return null;
    const isPublic = answer.PolicyStatus?.IsPublic;
    if (isPublic === undefined)
      throw new CloudError('unsupported', 'GetBucketPolicyStatus answered without a status');
    return isPublic;
  },
  ['s3:GetBucketPolicyStatus'],
);
