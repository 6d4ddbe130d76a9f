import type { ResourceKind, Subject } from '../../../domain/catalog.ts';
import type { AwsReader } from '../reader.ts';
import { identities, identityPermissions } from './identities.ts';
import { policyPowers } from './policy-powers.ts';

export interface InlinePolicy extends Subject {
  readonly document: string;
}

/** A policy that is written into one user, group or role. AWS gives it no ARN: it is its holder's, with its name behind. */
async function* list(reader: AwsReader): AsyncIterable<InlinePolicy> {
  const { users, groups, roles } = await identities(reader);
  for (const { arn, inline } of [...users, ...groups, ...roles])
    for (const { name, document } of inline) {
      const holder = arn.split(':').slice(5).join(':');
      yield { id: `${arn}/inline-policy/${name}`, region: 'global', name: `${name} of ${holder}`, document };
    }
}

export const inlinePolicy = {
  title: 'IAM inline policy',
  scope: 'global',
  permissions: identityPermissions,
  pattern: ({ id, partition }) => `arn:${partition}:iam::${id}:*/inline-policy/*`,
  list,
  facts: policyPowers,
} as const satisfies ResourceKind<InlinePolicy>;
