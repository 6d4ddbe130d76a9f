import type { Action } from './actions.ts';
import type { Budget } from './budget.ts';
import { combinations } from './candidates.ts';
import type { PatternClause, PolicyDocument } from './document.ts';
import { compileGlob, type Glob, hasOne, matchesGlob } from './glob.ts';
import { instantiate, type Template } from './instantiate.ts';
import { OWN_NAME, SHORT_NAME } from './shapes.ts';

export interface ResourceClause {
  readonly not: boolean;
  readonly globs: readonly Glob[];
}

/** A variable in a resource is read in favour of access, as in conditions. */
export function compileResource(
  clause: PatternClause,
  effect: 'Allow' | 'Deny',
  variables: boolean,
): ResourceClause {
  const generous = (effect === 'Allow') !== clause.not;
  const variable = variables ? (generous ? 'any' : 'none') : 'text';
  const globs = clause.patterns.flatMap((pattern) => compileGlob(pattern, { wild: true, variable }) ?? []);
  return { not: clause.not, globs };
}

export const coversResource = ({ not, globs }: ResourceClause, resource: string): boolean =>
  globs.some((glob) => matchesGlob(glob, resource)) !== not;

/** The bucket's ARN, from its ARN or its name; a name takes the partition that the policy itself writes. */
export function bucketArn(bucket: string, document: PolicyDocument): string {
  if (bucket.startsWith('arn:')) return bucket;
  const patterns = document.statements.flatMap(({ resource }) => resource?.patterns ?? []);
  const partition = patterns.flatMap((pattern) => /^arn:(aws[a-z-]*):s3:::/.exec(pattern)?.[1] ?? [])[0];
  return `arn:${partition ?? 'aws'}:s3:::${bucket}`;
}

/**
 * A resource of each sort that matters to a grant: inside each of its own patterns, and inside those of each Deny with
 * NotResource as well, for such a Deny leaves open only what lies inside. A fresh name slips past all other patterns.
 */
function inside(
  shapes: readonly Template[],
  grant: ResourceClause | undefined,
  denies: readonly ResourceClause[],
  budget: Budget,
) {
  const own: readonly (readonly Glob[])[] =
    grant === undefined || grant.not ? [[]] : grant.globs.map((glob) => [glob]);
  const spared = denies.filter(({ not }) => not).map(({ globs }) => globs);
  const extra = [[], ...spared.flat().map((glob) => [glob]), ...combinations(spared, budget)];
  const sets = own.flatMap((globs) => extra.map((more) => [...globs, ...more]));
  return [
    ...new Set(sets.flatMap((globs) => shapes.flatMap((shape) => instantiate(shape, globs, budget) ?? []))),
  ];
}

/** Of S3: the bucket itself, or objects in it. Of any other service: the resource itself and what is named under it. */
export function resourcesFor(
  arn: string,
  service: string,
  grant: ResourceClause | undefined,
  denies: readonly ResourceClause[],
  budget: Budget,
): (on: Action['on']) => readonly string[] {
  const counts = [...(grant ? [grant] : []), ...denies].some(({ globs }) => globs.some(hasOne));
  const names = (counts ? [OWN_NAME, SHORT_NAME] : [OWN_NAME]).map((fill) => ({ fill }));
  const under = (mark: string) => names.map((name): Template => [`${arn}${mark}`, name]);
  let found: readonly string[] | undefined;
  const once = () => {
    found ??=
      service === 's3'
        ? inside(under('/'), grant, denies, budget)
        : [arn, ...inside([...under(':'), ...under('/')], grant, denies, budget)];
    return found;
  };
  return (on) => (on === 'bucket' ? [arn] : once());
}
