import type { Budget } from './budget.ts';
import { ANONYMOUS_USER, type Caller } from './caller.ts';
import type { PrincipalClause, PrincipalEntry } from './document.ts';
import { compileGlob } from './glob.ts';
import { instantiate, type Template } from './instantiate.ts';
import { accountHole, PARTITION } from './shapes.ts';

const ACCOUNT = accountHole(true);
const STRANGERS: readonly Template[] = [
  [ACCOUNT],
  ...['iam', 'sts'].map(
    (service): Template => ['arn:', PARTITION, `:${service}::`, ACCOUNT, ':', { fill: 'root' }],
  ),
];

const hasWildcard = (value: string): boolean => /[*?]/.test(value);

/** AWS refuses a wildcard within a principal; where one is met, an open account lets strangers in and a fixed one does not. */
function openToStrangers(value: string, budget: Budget): boolean {
  const glob = compileGlob(value, { wild: true, arn: true, variable: 'text' });
  return glob !== undefined && STRANGERS.some((shape) => instantiate(shape, [glob], budget) !== undefined);
}

/** The account an ARN or account number speaks of. */
export function accountOf(value: string): string | undefined {
  return /^(\d{12})$/.exec(value)?.[1] ?? /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(value)?.[1];
}

/** A provider that is no account's own: anyone can sign in there (AWS counts graph.facebook.com as public). */
export const isPublicProvider = ({ kind, value }: PrincipalEntry): boolean =>
  kind === 'Federated' && accountOf(value) === undefined;

function names(
  { kind, value }: PrincipalEntry,
  { who, signed }: Caller,
  generous: boolean,
  budget: Budget,
): boolean {
  if (kind === 'AWS' && value === '*') return true;
  const open = () => generous && hasWildcard(value) && openToStrangers(value, budget);
  switch (who.kind) {
    case 'stranger':
      if (kind === 'CanonicalUser') return value === '*' || (!signed && value === ANONYMOUS_USER);
      return kind === 'AWS' && signed && open();
    case 'federated':
      return kind === 'Federated'
        ? value === who.provider || (value === '*' && generous)
        : kind === 'AWS' && open();
    case 'account':
      return kind === 'AWS' && accountOf(value) === who.account;
    case 'named':
      return value === who.principal;
    case 'service':
      return kind === 'Service' && value === who.service;
    case 'organization':
      return false;
    case 'anyone':
      return generous;
  }
}

/**
 * Whether the clause speaks of this caller. `generous` decides wildcards within principals, which AWS refuses anyway, in
 * favour of access: they let in and do not keep out.
 */
export function speaksOf(
  clause: PrincipalClause,
  caller: Caller,
  effect: 'Allow' | 'Deny',
  budget: Budget,
): boolean {
  const generous = (effect === 'Allow') !== clause.not;
  return clause.entries.some((entry) => names(entry, caller, generous, budget)) !== clause.not;
}
