import { actionsOf } from './actions.ts';
import { budgetOf } from './budget.ts';
import { somebody, type Who } from './caller.ts';
import { ruleOf } from './condition-keys.ts';
import type { Condition, Malformed, PolicyDocument, PrincipalEntry, Statement } from './document.ts';
import { grantsOf } from './evaluate.ts';
import { accountOf, isPublicProvider } from './principal.ts';
import { isMalformed, type PolicyContext } from './public-access.ts';

export type GranteeKind = 'account' | 'organization' | 'service' | 'canonicalUser' | 'uniqueId' | 'federated';

/** Somebody in particular, outside the account, whom a statement lets in. */
export interface Grantee {
  /** As the policy writes it: an ARN, an account number, an organization id, a service … */
  readonly principal: string;
  readonly kind: GranteeKind;
  readonly accountId?: string;
  /** The statement's own words. */
  readonly actions: readonly string[];
  readonly statement: string;
}

type Mention = Omit<Grantee, 'actions' | 'statement'> & { readonly who: Who };

const ORGANIZATION = /^(o-[a-z0-9]{10,32})(\/|$)/;
const ofAccount = (principal: string, account: string): Mention => ({
  principal,
  kind: 'account',
  accountId: account,
  who: { kind: 'account', account },
});

function named({ kind, value }: PrincipalEntry): readonly Mention[] {
  const account = accountOf(value);
  const who: Who = { kind: 'named', principal: value };
  switch (kind) {
    case 'AWS':
      if (account !== undefined) return [ofAccount(value, account)];
      return /^(AIDA|AROA|AGPA|ANPA)/.test(value) || value.includes('::cloudfront:')
        ? [{ principal: value, kind: 'uniqueId', who }]
        : [];
    case 'Service':
      return [{ principal: value, kind: 'service', who: { kind: 'service', service: value } }];
    case 'CanonicalUser':
      return [{ principal: value, kind: 'canonicalUser', who }];
    case 'Federated':
      if (isPublicProvider({ kind, value })) return [];
      return [{ principal: value, kind: 'federated', ...(account && { accountId: account }), who }];
  }
}

/** Whom a condition narrows "everyone" to: the fixed accounts and organizations among its values. */
function narrowedTo({ operator, key, values }: Condition): readonly Mention[] {
  if (/not|null/i.test(operator)) return [];
  const { form } = ruleOf(key.toLowerCase());
  return values.flatMap((value): readonly Mention[] => {
    const organization = ORGANIZATION.exec(value)?.[1];
    if ((form === 'organization' || form === 'path') && organization !== undefined) {
      return [{ principal: organization, kind: 'organization', who: { kind: 'organization', organization } }];
    }
    const account = accountOf(value) ?? (form === 'userId' ? /^(\d{12}):/.exec(value)?.[1] : undefined);
    const fixed = form === 'account' || form === 'principal' || form === 'arn' || form === 'userId';
    if (fixed && account !== undefined && !key.toLowerCase().includes('kms-key'))
      return [ofAccount(value, account)];
    return [];
  });
}

function mentions({ principal, conditions }: Statement): readonly Mention[] {
  if (principal === undefined) return [];
  const own = principal.not ? [] : principal.entries.filter(({ value }) => value !== '*').flatMap(named);
  const open = principal.not || principal.entries.some(({ value }) => value === '*');
  return open ? [...own, ...conditions.flatMap(narrowedTo)] : own;
}

/**
 * Foreign accounts, organizations and services that the policy lets in by name; the owner's account and its organization
 * (when told) are left out. A grant to the whole world is `publicAccess`'s to report: this lists those whom it names.
 */
export function crossAccount(
  document: PolicyDocument | Malformed,
  context: PolicyContext & { readonly organizationId?: string },
  budget = budgetOf(),
): readonly Grantee[] | 'unknown' {
  if (isMalformed(document)) return 'unknown';
  const { accountId, now, organizationId, service } = context;
  const grants = grantsOf(document, context, { accountId, ...(now && { now }) }, budget);
  const actions = actionsOf(document, service);
  return grants.flatMap((grant) => {
    const seen = new Set<string>();
    return mentions(grant.statement).flatMap(({ who, ...mention }): readonly Grantee[] => {
      const own =
        mention.accountId === accountId ||
        (mention.kind === 'organization' && mention.principal === organizationId);
      if (own || seen.has(mention.principal)) return [];
      seen.add(mention.principal);
      const lets = (asking: 'certain' | 'possible') =>
        grant.lets(somebody(who), actions, asking) !== undefined;
      if (!lets('certain') && !lets('possible')) return [];
      const { name, action } = grant.statement;
      return [
        {
          ...mention,
          actions: action.not ? [`all but ${action.patterns.join(', ')}`] : action.patterns,
          statement: name,
        },
      ];
    });
  });
}
