export type PrincipalKind = 'AWS' | 'Service' | 'Federated' | 'CanonicalUser';
export interface PrincipalEntry {
  readonly kind: PrincipalKind;
  readonly value: string;
}
/** `not` says that the policy wrote NotPrincipal, NotAction or NotResource. */
export interface PrincipalClause {
  readonly not: boolean;
  readonly entries: readonly PrincipalEntry[];
}
export interface PatternClause {
  readonly not: boolean;
  readonly patterns: readonly string[];
}
export interface Condition {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}
export interface Statement {
  /** The Sid, or "statement 2" counted from one: what people are shown. */
  readonly name: string;
  readonly effect: 'Allow' | 'Deny';
  readonly principal?: PrincipalClause;
  readonly action: PatternClause;
  readonly resource?: PatternClause;
  readonly conditions: readonly Condition[];
}
export interface PolicyDocument {
  /** Policy variables have a meaning in version 2012-10-17 only. */
  readonly variables: boolean;
  readonly statements: readonly Statement[];
}
export interface Malformed {
  readonly malformed: string;
}

type Fields = Readonly<Record<string, unknown>>;

class Refused extends Error {}
const refuse = (why: string): never => {
  throw new Refused(why);
};

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const ELEMENTS = new Set([
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
]);
const PRINCIPALS: readonly string[] = ['AWS', 'Service', 'Federated', 'CanonicalUser'];

function strings(value: unknown, where: string): readonly string[] {
  const list = Array.isArray(value) ? value : [value];
  return list.map((item) => (typeof item === 'string' ? item : refuse(`${where} is not text`)));
}

function entries(value: unknown): readonly PrincipalEntry[] {
  if (value === '*') return [{ kind: 'AWS', value: '*' }];
  if (Array.isArray(value)) {
    return strings(value, 'Principal').map((item) => ({ kind: 'AWS' as const, value: item }));
  }
  if (!isFields(value)) return refuse('Principal is neither "*" nor an object');
  return Object.entries(value).flatMap(([kind, who]) =>
    PRINCIPALS.includes(kind)
      ? strings(who, 'Principal').map((item) => ({ kind: kind as PrincipalKind, value: item }))
      : refuse(`a principal of an unknown kind: ${kind}`),
  );
}

function clause<T>(
  from: Fields,
  name: string,
  read: (value: unknown) => T,
): { not: boolean; is: T } | undefined {
  const [yes, no] = [from[name], from[`Not${name}`]];
  if (yes !== undefined && no !== undefined) return refuse(`both ${name} and Not${name}`);
  if (yes === undefined && no === undefined) return undefined;
  return { not: yes === undefined, is: read(yes ?? no) };
}

function conditions(value: unknown): readonly Condition[] {
  if (value === undefined) return [];
  if (!isFields(value)) return refuse('Condition is not an object');
  return Object.entries(value).flatMap(([operator, keys]) => {
    if (!isFields(keys)) return refuse(`the condition ${operator} is not an object`);
    return Object.entries(keys).map(([key, given]) => ({
      operator,
      key,
      values: (Array.isArray(given) ? given : [given]).map((item: unknown) =>
        typeof item === 'string' || typeof item === 'number' || typeof item === 'boolean'
          ? String(item)
          : refuse(`a value of the condition ${operator} is not text`),
      ),
    }));
  });
}

function statement(value: unknown, position: number): Statement {
  if (!isFields(value)) return refuse(`statement ${position} is not an object`);
  const strange = Object.keys(value).find((name) => !ELEMENTS.has(name));
  if (strange !== undefined) return refuse(`statement ${position} has an unknown element`);
  const { Effect: effect, Sid: sid } = value;
  if (effect !== 'Allow' && effect !== 'Deny') return refuse(`statement ${position} has no effect`);
  const patterns = (name: string) => clause(value, name, (given) => strings(given, name));
  const [principal, action, resource] = [
    clause(value, 'Principal', entries),
    patterns('Action'),
    patterns('Resource'),
  ];
  if (action === undefined) return refuse(`statement ${position} has no action`);
  return {
    name: typeof sid === 'string' && sid !== '' ? `statement ${sid}` : `statement ${position}`,
    effect,
    ...(principal && { principal: { not: principal.not, entries: principal.is } }),
    action: { not: action.not, patterns: action.is },
    ...(resource && { resource: { not: resource.not, patterns: resource.is } }),
    conditions: conditions(value['Condition']),
  };
}

function document(value: unknown): PolicyDocument {
  if (!isFields(value)) return refuse('the policy is not an object');
  const version = value['Version'];
  if (version !== undefined && version !== '2012-10-17' && version !== '2008-10-17') {
    return refuse('the policy has an unknown version');
  }
  const given = value['Statement'];
  if (given === undefined) return refuse('the policy has no statement');
  const list: readonly unknown[] = Array.isArray(given) ? given : [given];
  return {
    variables: version === '2012-10-17',
    statements: list.map((item, index) => statement(item, index + 1)),
  };
}

/**
 * Reads a policy as AWS stores it: JSON, or percent-encoded JSON as IAM answers it. Whatever it does not understand is
 * malformed, so that a reader can say "unknown" and never "not public". Element names are case-sensitive.
 */
export function parsePolicy(text: string): PolicyDocument | Malformed {
  try {
    return document(JSON.parse(text.startsWith('%7B') ? decodeURIComponent(text) : text));
  } catch (error) {
    if (error instanceof Refused) return { malformed: error.message };
    if (error instanceof SyntaxError || error instanceof URIError)
      return { malformed: 'the policy is not JSON' };
    throw error;
  }
}
