import { parsePolicy, type Trust, trustOf } from '../../../access/index.ts';
import { CloudError } from '../../../domain/errors.ts';
import type { RoleIdentity } from './identities.ts';

export type RoleTrust = Trust;

/** Several kinds ask of the same roles, and an answer takes up to a millisecond. */
const known = new WeakMap<RoleIdentity, RoleTrust>();

/** Who may take the role on. The account is that of the role's own ARN. */
export function trustIn(role: RoleIdentity): RoleTrust {
  const told = known.get(role) ?? judged(role);
  known.set(role, told);
  return told;
}

function judged({ arn, trust }: RoleIdentity): RoleTrust {
  const told = trustOf(parsePolicy(textOf(trust)), {
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
