import { UpdateAssumeRolePolicyCommand } from '@aws-sdk/client-iam';
import { parsePolicy, type Trust, trustOf } from '../../../access/index.ts';
import { CloudError } from '../../../domain/errors.ts';
import { fromFacts, fromListing, knownValue, settable } from '../collect.ts';
import { samePolicy } from '../same-policy.ts';
import type { RoleIdentity } from './identities.ts';
import type { Role } from './role.ts';

export type RoleTrust = Trust;

/** Several kinds ask of the same roles, and an answer takes up to a millisecond. */
const known = new WeakMap<RoleIdentity, RoleTrust>();

/** Who may take the role on. The account is that of the role's own ARN. */
export function trustIn(role: RoleIdentity): RoleTrust {
  const told = known.get(role) ?? judged(textOf(role.trust), role.arn);
  known.set(role, told);
  return told;
}

function judged(text: string, arn: string): RoleTrust {
  const told = trustOf(parsePolicy(text), {
    role: arn,
    accountId: arn.split(':')[4] ?? '',
    now: new Date(),
  });
  if (told === 'unknown') throw new CloudError('unsupported', 'the trust policy was not understood');
  return told;
}

/** IAM percent-encodes what it stores; what cannot be decoded is nothing that IAM stored. */
export function textOf(document: string): string {
  try {
    return decodeURIComponent(document);
  } catch {
    throw new CloudError('unsupported', 'the policy was not understood');
  }
}

/** The trust policy as its author wrote it. */
export const trustPolicy = settable(
  fromListing(({ role }: Role): string => textOf(role.trust)),
  {
    permissions: ['iam:UpdateAssumeRolePolicy'],
    calls: () => ['UpdateAssumeRolePolicy'],
    same: (a, b) => samePolicy(a, b),
    async put(client, { name: RoleName }, PolicyDocument) {
      await client.iam().send(new UpdateAssumeRolePolicyCommand({ RoleName, PolicyDocument }));
    },
  },
);

export const trust = fromFacts(['trustPolicy'], (needs, { id, role }: Role): RoleTrust => {
  const text = knownValue<string>(needs['trustPolicy']);
  return text === textOf(role.trust) ? trustIn(role) : judged(text, id);
});
