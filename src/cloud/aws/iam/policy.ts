import type { ResourceKind } from '../../../domain/catalog.ts';
import { attachments, grants, type Policy, policiesOf } from './policy-subject.ts';

export const policy = {
  title: 'IAM customer managed policy',
  scope: 'global',
  permissions: ['iam:GetAccountAuthorizationDetails'],
  pattern: ({ id, partition }) => `arn:${partition}:iam::${id}:policy/*`,
  list: (reader) => policiesOf(reader, 'LocalManagedPolicy'),
  facts: { attachments, grants },
} as const satisfies ResourceKind<Policy>;
