import { accessKey } from './access-key.ts';
import { awsPolicy } from './aws-policy.ts';
import { policy } from './policy.ts';
import { user } from './user.ts';

/** Its resource kinds, by name; spread into the catalogue. */
export const iamKinds = {
  'aws.iam.accessKey': accessKey,
  'aws.iam.awsPolicy': awsPolicy,
  'aws.iam.policy': policy,
  'aws.iam.user': user,
} as const;
