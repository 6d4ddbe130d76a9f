import type { BackupSelection, ConditionParameter } from '@aws-sdk/client-backup';
import type { Tags } from '../../../domain/check.ts';

interface Pair {
  readonly key: string;
  readonly value: string;
}

/** What a selection asks of the tags of one resource, so that it takes it in. */
export interface Reach {
  /** Any of these will do. */
  readonly anyOf: readonly Pair[];
  /** Or all of these together; null: the resource is not among those that are named. */
  readonly allOf: {
    readonly equal: readonly Pair[];
    readonly like: readonly Pair[];
    readonly notEqual: readonly Pair[];
    readonly notLike: readonly Pair[];
  } | null;
}

/**
 * Whether a selection takes the resource in only where its type is opted in: so if it goes by tags or names everything, and
 * for Aurora always. Source: AWS Backup Developer Guide, "Backup plan resource assignment".
 */
export const heedsOptIn = ({ Resources = [] }: BackupSelection, arn: string, type: string): boolean =>
  type === 'Aurora' ||
  !Resources.some((pattern) => globbed(pattern, arn) && pattern.split(':')[2] === arn.split(':')[2]);

const globbed = (pattern: string, text: string): boolean =>
  new RegExp(`^${pattern.replace(/[.+?^$()|[\]{}\\]/g, '\\$&').replaceAll('*', '.*')}$`).test(text);

const pairOf = (c: ConditionParameter): Pair => ({
  key: (c.ConditionKey ?? '').replace(/^aws:ResourceTag\//, ''),
  value: c.ConditionValue ?? '',
});

/**
 * As AWS Backup chooses: what is named (or matches a pattern), not excluded, and meets all of `Conditions`; or has any tag of
 * `ListOfTags`. What names neither resources nor tags starts from all. Null: no tag brings the resource in.
 * Source: AWS Backup Developer Guide, "BackupSelection".
 */
export function reachOf(chosen: BackupSelection, arn: string): Reach | null {
  const { Resources = [], NotResources = [], ListOfTags = [], Conditions = {} } = chosen;
  if (NotResources.some((pattern) => globbed(pattern, arn))) return null;
  const startsFromAll = Resources.length === 0 && ListOfTags.length === 0;
  const isNamed = startsFromAll || Resources.some((pattern) => globbed(pattern, arn));
  const anyOf = ListOfTags.filter((c) => c.ConditionValue !== undefined).map(pairOf);
  if (!isNamed && anyOf.length === 0) return null;
  const allOf = {
    equal: (Conditions.StringEquals ?? []).map(pairOf),
    like: (Conditions.StringLike ?? []).map(pairOf),
    notEqual: (Conditions.StringNotEquals ?? []).map(pairOf),
    notLike: (Conditions.StringNotLike ?? []).map(pairOf),
  };
  return { anyOf, allOf: isNamed ? allOf : null };
}

export function takes({ anyOf, allOf }: Reach, tags: Tags): boolean {
  const equal = ({ key, value }: Pair) => tags[key] === value;
  const like = ({ key, value }: Pair) => tags[key] !== undefined && globbed(value, tags[key]);
  if (anyOf.some(equal)) return true;
  if (allOf === null) return false;
  return (
    allOf.equal.every(equal) &&
    allOf.like.every(like) &&
    !allOf.notEqual.some(equal) &&
    !allOf.notLike.some(like)
  );
}

export function takesIn(chosen: BackupSelection, arn: string, tags: Tags): boolean {
  const reach = reachOf(chosen, arn);
  return reach !== null && takes(reach, tags);
}
