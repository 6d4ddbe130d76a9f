import type { Action } from './actions.ts';
import { type Budget, leaveOut } from './budget.ts';
import type { PatternClause, PolicyDocument } from './document.ts';
import { compileGlob, type Glob, matchesGlob } from './glob.ts';
import { instantiate, type Template } from './instantiate.ts';

/** A resource clause made ready; undefined where the policy has none. */
export interface ResourceClause {
  readonly not: boolean;
  readonly globs: readonly Glob[];
}

/** A variable in a resource: in favour of access, as with conditions. */
export function compileResource(
  clause: PatternClause,
  effect: 'Allow' | 'Deny',
  variables: boolean,
): ResourceClause {
  const generous = (effect === 'Allow') !== clause.not;
  const variable = variables ? (generous ? 'any' : 'none') : 'text';
  return {
    not: clause.not,
    globs: clause.patterns.flatMap((pattern) => compileGlob(pattern, { wild: true, variable }) ?? []),
  };
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

const MOST = 400;

/**
 * A resource of each sort that these clauses can tell apart: one that no pattern mentions, one inside each pattern, and one
 * inside each meeting of patterns, since a Deny with NotResource leaves open only what lies inside its own patterns.
 */
function inside(
  shapes: readonly Template[],
  clauses: readonly ResourceClause[],
  budget: Budget,
): readonly string[] {
  const wild = clauses.map(({ globs }) => globs);
  let joint: readonly (readonly Glob[])[] = [[]];
  for (const globs of wild) {
    if (joint.length * (globs.length + 1) > MOST) {
      leaveOut(budget);
      break;
    }
    joint = [...joint, ...globs.flatMap((glob) => joint.map((chosen) => [...chosen, glob]))];
  }
  const single = clauses.flatMap(({ globs }) => globs.map((glob) => [glob]));
  const found = [[], ...single, ...joint.filter((globs) => globs.length > 1)];
  return [
    ...new Set(found.flatMap((globs) => shapes.flatMap((shape) => instantiate(shape, globs, budget) ?? []))),
  ];
}

export interface Resources {
  readonly of: (on: Action['on']) => readonly string[];
}

/** Of S3: the bucket itself and objects in it. Of any other service: the resource itself and what is named under it. */
export function resourcesUnder(
  arn: string,
  service: string,
  clauses: readonly ResourceClause[],
  budget: Budget,
): Resources {
  const key = { fill: 'qzxj' };
  const positive = clauses.filter(({ globs }) => globs.length > 0);
  if (service === 's3') {
    let objects: readonly string[] | undefined;
    const objectsOnce = () => {
      objects ??= inside([[`${arn}/`, key]], positive, budget);
      return objects;
    };
    return { of: (on) => (on === 'bucket' ? [arn] : objectsOnce()) };
  }
  const all = [
    arn,
    ...inside(
      [
        [`${arn}:`, key],
        [`${arn}/`, key],
      ],
      positive,
      budget,
    ),
  ];
  return { of: () => all };
}
