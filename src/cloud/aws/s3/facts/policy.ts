import {
  DeleteBucketPolicyCommand,
  GetBucketPolicyCommand,
  GetBucketPolicyStatusCommand,
  PutBucketPolicyCommand,
} from '@aws-sdk/client-s3';
import { expectedStatus } from '../../../../access/index.ts';
import { CloudError } from '../../../../domain/errors.ts';
import { fromCall, fromFacts, orNone, present, settable } from '../../collect.ts';
import { samePolicy } from '../../same-policy.ts';
import { ask, type Bucket } from '../bucket-subject.ts';
import { tell } from '../tell.ts';

const read = fromCall(['s3:GetBucketPolicy'], async (reader, bucket: Bucket): Promise<string | null> => {
  const answer = await orNone(
    ask(reader, bucket, 'GetBucketPolicy', (s3, it) => s3.send(new GetBucketPolicyCommand(it))),
    'NoSuchBucketPolicy',
  );
  return answer && present(answer.Policy, 'the bucket policy');
});

/** The policy as its author wrote it; `null` when there is none. */
export const policy = settable(read, {
  permissions: ['s3:PutBucketPolicy', 's3:DeleteBucketPolicy'],
  calls: ({ after }) => [after === null ? 'DeleteBucketPolicy' : 'PutBucketPolicy'],
  same: samePolicy,
  // AWS's own verdict is on the policy that is there; before the write it can only be foretold.
  implies: (text, { policyStatus }): Readonly<Record<string, unknown>> => {
    const status = text === null ? null : expectedStatus(text);
    if (status !== 'unknown') return { policyStatus: status };
    return policyStatus?.known && policyStatus.value === true ? { policyStatus: true } : {};
  },
  put: (writer, bucket, text) =>
    tell(writer, bucket, (s3, it) =>
      text === null
        ? s3.send(new DeleteBucketPolicyCommand(it))
        : s3.send(new PutBucketPolicyCommand({ ...it, Policy: text })),
    ),
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
