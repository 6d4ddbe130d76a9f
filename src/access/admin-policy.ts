import { budgetOf } from './budget.ts';
import { ANYONE } from './caller.ts';
import { candidates } from './candidates.ts';
import { compileCondition } from './condition.ts';
import type { Malformed, PolicyDocument, Statement } from './document.ts';
import { compileGlob, type Glob, matchesGlob } from './glob.ts';
import { isMalformed } from './public-access.ts';

/** A condition that no request fails, such as StringLikeIfExists "*", restricts nothing; every other one does. */
export function unconditional({ conditions, effect }: Statement, variables: boolean): boolean {
  const tests = conditions.map((condition) => compileCondition(condition, { variables, effect }));
  const byKey = Map.groupBy(tests, ({ key }) => key);
  return [...byKey].every(([key, own]) =>
    candidates(
      { key, met: own, escaped: own },
      { accountId: '000000000000' },
      budgetOf(),
    )(ANYONE).every((carried) => own.every((test) => test.holds(carried) === true)),
  );
}

/** The patterns that can match something; a policy variable matches nothing. */
export const patternsOf = (patterns: readonly string[], fold: boolean): readonly Glob[] =>
  patterns.flatMap((pattern) => compileGlob(pattern, { wild: true, fold, variable: 'none' }) ?? []);

const PARTITIONS = ['aws', 'aws-us-gov', 'aws-cn'];
/** One resource of each common shape; `arn:aws:*` leaves none of them out. */
const RESOURCES = [
  'iam::111122223333:user/probe',
  's3:::probe/probe',
  'ec2:us-east-1:111122223333:instance/probe',
  'kms:eu-west-1:444455556666:key/probe',
];
/** All of some partition's; what a policy leaves out must be left out in none. */
function everyResource({ resource }: Statement): boolean {
  if (resource === undefined) return false;
  const list = patternsOf(resource.patterns, false);
  const allOf = (partition: string) =>
    RESOURCES.every((probe) => matchesAny(list, `arn:${partition}:${probe}`) !== resource.not);
  return resource.not ? PARTITIONS.every(allOf) : PARTITIONS.some(allOf);
}

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];
/** Services that exist and one for every letter, so that "everything" cannot be listed by halves. */
const PROBES = [
  ...['iam', 's3', 'ec2', 'kms', 'sts', 'organizations'],
  ...LETTERS.map((letter) => `${letter}zqx`),
].flatMap((service) => [`${service}:GetProbe`, `${service}:DeleteProbe`]);
const OF_IAM = [
  'iam:CreateUser',
  'iam:AttachUserPolicy',
  'iam:PutRolePolicy',
  'iam:CreatePolicyVersion',
  'iam:PassRole',
];

export const matchesAny = (list: readonly Glob[], action: string) =>
  list.some((glob) => matchesGlob(glob, action));

/** Allow statements over every resource whose conditions restrict nothing, unless a Deny as wide takes all back. */
function wide(document: PolicyDocument): readonly Statement[] {
  const broad = document.statements.filter((s) => everyResource(s) && unconditional(s, document.variables));
  const takenBack = broad.some(
    ({ effect, action }) =>
      effect === 'Deny' && !action.not && action.patterns.some((p) => /^\*+(:\*+)?$/.test(p)),
  );
  return takenBack ? [] : broad.filter(({ effect }) => effect === 'Allow');
}

/**
 * Whether an identity policy is an administrator's: every action on every resource without condition, in one statement or
 * several. NotAction counts when it leaves all of IAM, for its holder can give themselves the rest.
 */
export function grantsEverything(document: PolicyDocument | Malformed): boolean | 'unknown' {
  if (isMalformed(document)) return 'unknown';
  const statements = wide(document);
  const named = patternsOf(
    statements.flatMap(({ action }) => (action.not ? [] : action.patterns)),
    true,
  );
  if (PROBES.every((probe) => matchesAny(named, probe))) return true;
  return statements.some(({ action }) => {
    if (!action.not) return false;
    const left = patternsOf(action.patterns, true);
    return OF_IAM.every((probe) => !matchesAny(left, probe));
  });
}

/** What stands for everything in a service: all of its main things. Of a service not named here, things of two shapes. */
const MAIN: Readonly<Record<string, readonly string[]>> = {
  s3: ['::probe', '::probe/probe'],
  iam: [':444455556666:user/probe', ':444455556666:role/probe'],
  kms: ['eu-west-1:444455556666:key/probe'],
  dynamodb: ['eu-west-1:444455556666:table/probe'],
  lambda: ['eu-west-1:444455556666:function:probe'],
  secretsmanager: ['eu-west-1:444455556666:secret:probe'],
};
const OTHER = ['eu-west-1:444455556666:probe', 'eu-west-1:444455556666:zqx/probe'];

/** All of a service's resources in some partition: `arn:aws:s3:::*` is every bucket and object there is. */
function everyResourceOf(service: string, statement: Statement): boolean {
  if (everyResource(statement)) return true;
  if (service === '*' || statement.resource === undefined) return false;
  const { patterns, not } = statement.resource;
  const list = patternsOf(patterns, false);
  return PARTITIONS.some((partition) =>
    (MAIN[service] ?? OTHER).every((rest) => matchesAny(list, `arn:${partition}:${service}:${rest}`) !== not),
  );
}

/** `s3` of `s3:*` and of `s3:?*`, `*` of every service; nothing of a pattern that names actions. */
function serviceOf(pattern: string): readonly string[] {
  if (/^\*+$/.test(pattern)) return ['*'];
  const service = /^([\w-]+|\*):\?*\*[*?]*$/.exec(pattern)?.[1];
  return service === undefined ? [] : [service.toLowerCase()];
}

/**
 * The services of which a policy grants every action on every resource without condition: `s3` for `s3:*`. What a Deny as
 * wide takes back is not granted.
 */
export function serviceWildcards(document: PolicyDocument | Malformed): readonly string[] | 'unknown' {
  if (isMalformed(document)) return 'unknown';
  const free = document.statements.filter((s) => !s.action.not && unconditional(s, document.variables));
  const whole = (wanted: Statement['effect']) =>
    free
      .filter(({ effect }) => effect === wanted)
      .flatMap((s) => s.action.patterns.flatMap(serviceOf).filter((service) => everyResourceOf(service, s)));
  const denied = whole('Deny');
  return [...new Set(whole('Allow'))].filter((service) => !denied.includes('*') && !denied.includes(service));
}
