import type { Malformed, PolicyDocument } from './document.ts';
import { isMalformed, type PolicyContext, publicAccess } from './public-access.ts';

export interface Through {
  readonly statement: string;
  readonly service: string;
}

/**
 * The first statement that lets one of these services in without saying for whom. Whoever has a bucket or an API of their
 * own has such a service come: it is judged as if it were everyone.
 */
export function openThrough(
  document: PolicyDocument | Malformed,
  services: readonly string[],
  context: PolicyContext,
): Through | null | 'unknown' {
  if (isMalformed(document)) return 'unknown';
  const denies = document.statements.filter(({ effect }) => effect === 'Deny');
  let doubtful = false;
  for (const statement of document.statements) {
    const { effect, principal, name } = statement;
    const hand = principal?.entries.find(({ kind, value }) => kind === 'Service' && services.includes(value));
    if (effect !== 'Allow' || principal?.not || hand === undefined) continue;
    const everyone = { not: false, entries: [{ kind: 'AWS', value: '*' }] } as const;
    const alone = { ...document, statements: [{ ...statement, principal: everyone }, ...denies] };
    const { any } = publicAccess(alone, context);
    if (any.public === true) return { statement: name, service: hand.value };
    doubtful ||= any.public === 'unknown';
  }
  return doubtful ? 'unknown' : null;
}
