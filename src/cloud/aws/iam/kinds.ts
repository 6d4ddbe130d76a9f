import { accessKey } from './access-key.ts';
import { awsPolicy } from './aws-policy.ts';
import { group } from './group.ts';
import { inlinePolicy } from './inline-policy.ts';
import { policy } from './policy.ts';
import { role } from './role.ts';
import { user } from './user.ts';

/** Its resource kinds, by name; spread into the catalogue. */
export const iamKinds = {
  'aws.iam.accessKey': accessKey,
  'aws.iam.awsPolicy': awsPolicy,
  'aws.iam.group': group,
  'aws.iam.inlinePolicy': inlinePolicy,
  'aws.iam.policy': policy,
  'aws.iam.role': role,
  'aws.iam.user': user,
} as const;
