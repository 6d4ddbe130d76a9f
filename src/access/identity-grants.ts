import { matchesAny, patternsOf, unconditional } from './admin-policy.ts';
import type { Malformed, PolicyDocument, Statement } from './document.ts';
import { compileGlob, matchesGlob } from './glob.ts';
import { isMalformed } from './public-access.ts';

/** The account in which the policy is held. */
export interface Home {
  readonly accountId: string;
  readonly partition: string;
}

/** A thing that no policy names: only a pattern that speaks of all of its sort covers it. */
const probe = 'zqx0-probe';

const passedTo = 'iam:passedtoservice';
const positive = /^(foranyvalue:)?string(equals|equalsignorecase|like)$/i;

/** The services to which a statement lets a role be passed, where that is all it asks; undefined: it asks nothing of the kind. */
function servicesPassedTo({ conditions }: Statement): readonly string[] | undefined {
  const own = conditions.filter(({ key }) => key.toLowerCase() === passedTo);
  if (own.length === 0 || own.length < conditions.length) return undefined;
  return own.every(({ operator }) => positive.test(operator))
    ? own.flatMap(({ values }) => values)
    : undefined;
}

const textually = (pattern: string, text: string): boolean => {
  const glob = compileGlob(pattern, { wild: true, variable: 'none' });
  return glob !== undefined && matchesGlob(glob, text);
};

/** `self`: a variable such as `${aws:username}` stands for the holder, who is somebody. */
function covers({ resource }: Statement, place: string, self: boolean): boolean {
  if (resource === undefined) return false;
  const hit = resource.patterns.some((pattern) => {
    const glob = compileGlob(pattern, { wild: true, variable: self ? 'any' : 'none' });
    return glob !== undefined && matchesGlob(glob, place);
  });
  return hit !== resource.not;
}

export interface Ask {
  readonly action: string;
  /** ARNs of which one must be covered; `anything`: one resource of whatever name is enough. */
  readonly on: readonly string[] | 'anything';
  /** The holder itself is one of them. */
  readonly self?: boolean;
  /** For `iam:PassRole`: the service that gets the role. */
  readonly to?: string;
}

export interface IdentityGrants {
  allows(ask: Ask): boolean;
}

/**
 * What an identity policy allows by itself, without conditions that restrict. A Deny that always holds takes back; one with
 * conditions does not. Permissions boundaries and the organization's policies are not the policy's own and are left aside.
 */
export function identityGrants(document: PolicyDocument | Malformed): IdentityGrants | 'unknown' {
  if (isMalformed(document)) return 'unknown';
  const ready = document.statements.map((statement) => {
    const named = patternsOf(statement.action.patterns, true);
    return {
      statement,
      free: unconditional(statement, document.variables),
      services: servicesPassedTo(statement),
      takes: (action: string) => matchesAny(named, action) !== statement.action.not,
    };
  });
  type Ready = (typeof ready)[number];
  const allow = ready.filter(({ statement }) => statement.effect === 'Allow');
  const deny = ready.filter(({ statement, free }) => statement.effect === 'Deny' && free);
  const counts = ({ free, services }: Ready, to: string | undefined) =>
    free || (to !== undefined && (services?.some((service) => textually(service, to)) ?? false));
  return {
    allows({ action, on, self = false, to }) {
      const granting = allow.filter((one) => one.takes(action) && counts(one, to));
      const refusing = deny.filter((one) => one.takes(action));
      if (on === 'anything')
        return (
          granting.some(({ statement }) => statement.resource !== undefined) &&
          !refusing.some(({ statement }) => covers(statement, probe, false))
        );
      return on.some(
        (place) =>
          granting.some(({ statement }) => covers(statement, place, self)) &&
          !refusing.some(({ statement }) => covers(statement, place, false)),
      );
    },
  };
}

/** Regions that the policy writes out, and a few of those that a pattern may leave open. */
function regionsIn({ statements }: PolicyDocument): readonly string[] {
  const written = statements.flatMap(({ resource }) =>
    (resource?.patterns ?? []).map((pattern) => pattern.split(':')[3] ?? ''),
  );
  const usual = ['us-east-1', 'us-west-2', 'eu-west-1', 'ap-southeast-2', 'us-gov-west-1', 'cn-north-1'];
  return [...new Set([...written.filter((region) => /^[a-z0-9-]+$/.test(region)), ...usual])];
}

/** To move a text under a key of one's own is to read it. */
const opening = ['kms:Decrypt', 'kms:ReEncryptFrom'];

/** Of the actions that open what a key seals those that the policy allows with every key of the account, in some region. */
export function anyKeyActions(
  document: PolicyDocument | Malformed,
  { accountId, partition }: Home,
): readonly string[] | 'unknown' {
  const grants = identityGrants(document);
  if (grants === 'unknown' || isMalformed(document)) return 'unknown';
  const keys = regionsIn(document).map(
    (region) => `arn:${partition}:kms:${region}:${accountId}:key/${probe}`,
  );
  return opening.filter((action) => grants.allows({ action, on: keys }));
}

/** Whether the holder may subscribe to whatever AWS Marketplace offers, models among it. */
export function subscribesFreely(
  document: PolicyDocument | Malformed,
  { accountId, partition }: Home,
): boolean | 'unknown' {
  const grants = identityGrants(document);
  if (grants === 'unknown') return 'unknown';
  const product = `arn:${partition}:aws-marketplace:us-east-1:${accountId}:${probe}`;
  return grants.allows({ action: 'aws-marketplace:Subscribe', on: [product] });
}

/** One thing of a sort, of any name, in the account. */
export const anyOf = (sort: 'policy' | 'user' | 'group' | 'role', { accountId, partition }: Home): string =>
  `arn:${partition}:iam::${accountId}:${sort}/${probe}`;
