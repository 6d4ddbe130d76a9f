import type { ResourceKind } from '../../../domain/catalog.ts';
import { policyPowers } from './policy-powers.ts';
import { attachments, type Policy, policiesOf } from './policy-subject.ts';

export const policy = {
  title: 'IAM customer managed policy',
  scope: 'global',
  permissions: ['iam:GetAccountAuthorizationDetails'],
  pattern: ({ id, partition }) => `arn:${partition}:iam::${id}:policy/*`,
  list: (reader) => policiesOf(reader, 'LocalManagedPolicy'),
  facts: { attachments, ...policyPowers },
} as const satisfies ResourceKind<Policy>;
