import type { PolicyContext } from './public-access.ts';
import { trustOf } from './trust.ts';
import { type WithoutPublic, withoutStatements } from './without-public.ts';

/** A role's trust policy without the statements by which anybody at all may take the role on; the resource is the role. */
export const withoutOpenTrust = (
  text: string,
  { resource: role, accountId, now }: Pick<PolicyContext, 'resource' | 'accountId' | 'now'>,
): WithoutPublic =>
  withoutStatements(text, (alone) => {
    const trust = trustOf(alone, { role, accountId, ...(now && { now }) });
    return trust === 'unknown' ? trust : trust.open !== null;
  });
