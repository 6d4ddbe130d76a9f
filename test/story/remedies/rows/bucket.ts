import {
  CreateBucketCommand,
  GetBucketAclCommand,
  GetBucketEncryptionCommand,
  GetBucketLoggingCommand,
  GetBucketNotificationConfigurationCommand,
  GetBucketOwnershipControlsCommand,
  GetBucketPolicyCommand,
  GetBucketTaggingCommand,
  GetBucketVersioningCommand,
  GetPublicAccessBlockCommand,
  PutBucketAclCommand,
} from '@aws-sdk/client-s3';
import { GetPublicAccessBlockCommand as GetAccountBlockCommand } from '@aws-sdk/client-s3-control';
import { testAccountId } from '../../../kit/aws/environment.ts';
import { type Aws, together, told } from '../account.ts';

export const Bucket = 'records';
export const logs = 'access-logs';
export const arnOf = (bucket: string): string => `arn:aws:s3:::${bucket}`;

/** A bucket as moto makes it, with nothing set, and then what is wrong with it. */
export const seeded =
  (seed: (aws: Aws) => Promise<unknown> = async () => {}) =>
  async (aws: Aws): Promise<string> => {
    await aws.s3.send(new CreateBucketCommand({ Bucket }));
    await seed(aws);
    return arnOf(Bucket);
  };

/** A bucket into which S3 may deliver logs. */
export async function makeLogs({ s3 }: Aws): Promise<void> {
  const group = 'uri=http://acs.amazonaws.com/groups/s3/LogDelivery';
  await s3.send(new CreateBucketCommand({ Bucket: logs }));
  await s3.send(new PutBucketAclCommand({ Bucket: logs, GrantWrite: group, GrantReadACP: group }));
}

/** All that S3 says of a bucket, and of the account, as S3 says it. */
export const bucketState = async ({ s3, s3Control }: Aws, arn = arnOf(Bucket)) => {
  const of = { Bucket: arn.replace(arnOf(''), '') };
  const asked = {
    block: told(s3.send(new GetPublicAccessBlockCommand(of))),
    acl: told(s3.send(new GetBucketAclCommand(of))),
    ownership: told(s3.send(new GetBucketOwnershipControlsCommand(of))),
    policy: told(s3.send(new GetBucketPolicyCommand(of))),
    encryption: told(s3.send(new GetBucketEncryptionCommand(of))),
    versioning: told(s3.send(new GetBucketVersioningCommand(of))),
    logging: told(s3.send(new GetBucketLoggingCommand(of))),
    notification: told(s3.send(new GetBucketNotificationConfigurationCommand(of))),
    tags: told(s3.send(new GetBucketTaggingCommand(of))),
    account: told(s3Control.send(new GetAccountBlockCommand({ AccountId: testAccountId }))),
  };
  return together(asked);
};
