import { ANONYMOUS_USER } from './caller.ts';
import type { Exposure, Strangers } from './public-access.ts';

export interface AclGrant {
  /** The grantee's group URI, canonical user id or e-mail address. */
  readonly grantee: string;
  readonly permission: string;
}
export interface Acl {
  readonly grants: readonly AclGrant[];
}

const GROUPS: Readonly<Record<string, Strangers>> = {
  'http://acs.amazonaws.com/groups/global/AllUsers': 'everyone',
  'http://acs.amazonaws.com/groups/global/AuthenticatedUsers': 'any AWS account',
  [ANONYMOUS_USER]: 'everyone',
};
const group = (grantee: string): Strangers | undefined => GROUPS[grantee.trim().replace(/^https:/, 'http:')];

/** On a bucket, READ lists it; WRITE_ACP lets a stranger take all the rest. An unknown permission counts as all of them. */
const OPENS: Readonly<Record<string, readonly ('read' | 'write')[]>> = {
  READ: ['read'],
  READ_ACP: ['read'],
  WRITE: ['write'],
};

function exposure(
  grants: readonly (AclGrant & { readonly to: Strangers })[],
  level: 'read' | 'write',
): Exposure {
  const opening = grants.filter(({ permission }) => OPENS[permission]?.includes(level) ?? true);
  const widest = opening.find(({ to }) => to === 'everyone') ?? opening[0];
  if (widest === undefined)
    return { public: false, because: `the ACL lets no stranger ${level}`, statements: [] };
  return {
    public: true,
    because: `the ACL grants ${widest.permission} to ${widest.to}`,
    statements: opening.map(({ permission, to }) => `ACL ${permission} to ${to}`),
    to: widest.to,
  };
}

/** What a bucket's ACL opens to AllUsers and AuthenticatedUsers. The LogDelivery group is Amazon's own and no stranger. */
export function aclAccess(acl: Acl): { readonly read: Exposure; readonly write: Exposure } {
  const grants = acl.grants.flatMap((grant) => {
    const to = group(grant.grantee);
    return to ? [{ ...grant, to }] : [];
  });
  return { read: exposure(grants, 'read'), write: exposure(grants, 'write') };
}
