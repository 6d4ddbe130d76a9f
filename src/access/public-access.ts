import { type Action, actionsOf, type Level } from './actions.ts';
import { type Budget, budgetOf, conclusive } from './budget.ts';
import { ANONYMOUS, type Caller, federated, SIGNED_IN } from './caller.ts';
import type { Malformed, PolicyDocument } from './document.ts';
import { type Grant, grantsOf, type Subject, type Witness } from './evaluate.ts';
import { isPublicProvider } from './principal.ts';

export type Strangers = 'everyone' | 'any AWS account';

export interface Exposure {
  readonly public: true | false | 'unknown';
  /** A sentence in field words, without object keys. */
  readonly because: string;
  /** The statements, ACL grants or verdicts that open the way. */
  readonly statements: readonly string[];
  /** The widest circle of strangers let in; only when public is true. */
  readonly to?: Strangers;
}

export interface PolicyContext extends Subject {
  readonly accountId: string;
  /** Without it a grant with an end date counts as running. */
  readonly now?: Date;
}

export interface PublicAccess {
  /** Any action of level Read or List: data, listings, and also the resource's ACL, policy and settings. */
  readonly read: Exposure;
  /** Any action of level Write, Tagging or Permissions management. */
  readonly write: Exposure;
  readonly any: Exposure;
}

export const isMalformed = (document: PolicyDocument | Malformed): document is Malformed =>
  'malformed' in document;

const closed = (because: string): Exposure => ({ public: false, because, statements: [] });
export const undecided = (because: string): Exposure => ({ public: 'unknown', because, statements: [] });

const WIDEST: Readonly<Record<Strangers, number>> = { everyone: 2, 'any AWS account': 1 };
export const wider = (a: Strangers | undefined, b: Strangers | undefined): Strangers | undefined =>
  (a ? WIDEST[a] : 0) >= (b ? WIDEST[b] : 0) ? a : b;

/** Public if either is; unknown if either may be. */
export function either(a: Exposure, b: Exposure): Exposure {
  if (a.public === true && b.public === true) {
    const to = wider(a.to, b.to);
    return { ...a, statements: [...new Set([...a.statements, ...b.statements])], ...(to && { to }) };
  }
  if (a.public === true || b.public === true) return a.public === true ? a : b;
  return a.public === 'unknown' ? a : b.public === 'unknown' ? b : a;
}

/** Every sort of stranger: nobody signed in, someone signed in to AWS, and users of the public providers that the policy names. */
function strangers(document: PolicyDocument, { service }: Subject): readonly Caller[] {
  const providers = document.statements.flatMap(
    ({ principal }) => principal?.entries.filter(isPublicProvider) ?? [],
  );
  const names = [...new Set(providers.map(({ value }) => (value === '*' ? 'any' : value)))];
  return [...(service === 'kms' ? [] : ANONYMOUS), ...SIGNED_IN, ...names.flatMap(federated)];
}

const circle = ({ caller: { who, signed } }: Witness): Strangers =>
  !signed || who.kind === 'federated' ? 'everyone' : 'any AWS account';

type Ask = (grant: Grant, asking: 'certain' | 'possible') => Witness | undefined;

function exposure(grants: readonly Grant[], ask: Ask, level: Level, budget: Budget): Exposure {
  const certain = grants.flatMap((grant) => {
    const witness = ask(grant, 'certain');
    return witness ? [{ name: grant.statement.name, witness }] : [];
  });
  const [first, ...more] = certain.toSorted((a, b) => WIDEST[circle(b.witness)] - WIDEST[circle(a.witness)]);
  if (first !== undefined) {
    const to = circle(first.witness);
    const others = more.length === 0 ? '' : ` (and ${more.length} more)`;
    return {
      public: true,
      because: `${first.name} allows ${first.witness.action.name} to ${to}${others}`,
      statements: certain.map(({ name }) => name),
      to,
    };
  }
  const possible = grants.find((grant) => ask(grant, 'possible') !== undefined);
  if (possible)
    return undecided(
      `${possible.statement.name} may allow strangers to ${level}: it holds what we cannot judge`,
    );
  if (!conclusive(budget)) return undecided('the policy is too intricate to judge');
  return closed(`no statement allows strangers to ${level}`);
}

/**
 * Who of the whole world may read and write by this resource policy: AWS's "The meaning of public", decided by looking for a
 * request of a stranger that some Allow grants and no Deny refuses. Block public access is `bucketExposure`'s business.
 */
export function publicAccess(
  document: PolicyDocument | Malformed,
  context: PolicyContext,
  budget = budgetOf(),
): PublicAccess {
  if (isMalformed(document)) {
    const lost = undecided(`the policy was not understood: ${document.malformed}`);
    return { read: lost, write: lost, any: lost };
  }
  const { accountId, now } = context;
  const grants = grantsOf(document, context, { accountId, ...(now && { now }) }, budget);
  const callers = strangers(document, context);
  const actions = actionsOf(document, context.service);
  const ask = (level: Level): Exposure => {
    const offered: readonly Action[] = actions.filter((action) => action.level === level);
    return exposure(grants, (grant, asking) => grant.lets(callers, offered, asking), level, budget);
  };
  const [read, write] = [ask('read'), ask('write')];
  return { read, write, any: either(read, write) };
}
