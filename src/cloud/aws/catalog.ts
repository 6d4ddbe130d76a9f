import { account } from './account/account.ts';
import { trail } from './cloudtrail/trail.ts';
import { accessKey } from './iam/access-key.ts';
import { awsPolicy } from './iam/aws-policy.ts';
import { policy } from './iam/policy.ts';
import { user } from './iam/user.ts';
import { key } from './kms/key.ts';
import { accessPoint } from './s3/access-point.ts';
import { bucket } from './s3/bucket.ts';

/** The resource kinds of AWS, by name. One line per kind; each kind has a file of its own under its service. */
export const aws = {
  'aws.account': account,
  'aws.cloudtrail.trail': trail,
  'aws.iam.accessKey': accessKey,
  'aws.iam.awsPolicy': awsPolicy,
  'aws.iam.policy': policy,
  'aws.iam.user': user,
  'aws.kms.key': key,
  'aws.s3.accessPoint': accessPoint,
  'aws.s3.bucket': bucket,
} as const;
