import { anyAddresses, type Range, strangerAddresses } from './address.ts';
import { type Budget, leaveOut } from './budget.ts';
import { type Caller, isStranger, type Who } from './caller.ts';
import type { Carried, Test } from './condition.ts';
import { type Form, isMultivalued, ruleOf } from './condition-keys.ts';
import { type Glob, hasOne } from './glob.ts';
import { instantiate } from './instantiate.ts';
import { presence } from './presence.ts';
import { isOwned, OWN_NAME, SHORT_NAME, shapesOf } from './shapes.ts';

export interface Setting {
  readonly accountId: string;
  readonly now?: Date;
  /** What a request carries in any case, whatever the rules say: "over plain HTTP". */
  readonly given?: ReadonlyMap<string, readonly Carried[]>;
}

/** The tests of one key: those that an Allow asks to be met, and those of the Deny statements, to be slipped past. */
export interface Asked {
  readonly key: string;
  readonly met: readonly Test[];
  readonly escaped: readonly Test[];
}

const MOST_COMBINATIONS = 128;

/** One glob from each of some of the lists, in every way: a value may have to satisfy several tests at once. */
export function combinations(
  lists: readonly (readonly Glob[])[],
  budget: Budget,
): readonly (readonly Glob[])[] {
  let found: readonly (readonly Glob[])[] = [[]];
  for (const globs of lists) {
    if (found.length * (globs.length + 1) > MOST_COMBINATIONS) {
      leaveOut(budget);
      break;
    }
    found = [...found, ...globs.flatMap((glob) => found.map((chosen) => [...chosen, glob]))];
  }
  return found.filter((globs) => globs.length > 1);
}

/** S3 writes an account beside its access points, jobs and the like; a bucket has a name alone, which is one person's. */
const isNobodysArn = /^arn:[^:]*:s3:[^:]*:\d+:[^:/]*$/i;

/** Values that meet the positive tests of the Allow and the negated ones of the Deny statements; a fresh value sees to the others. */
function texts(form: Form, { met, escaped }: Asked, who: Who, budget: Budget): readonly string[] {
  const wanted = [
    ...met.filter(({ hints }) => !hints.negated),
    ...escaped.filter(({ hints }) => hints.negated),
  ];
  const lists = wanted.map(({ hints }) =>
    hints.globs.filter((glob) => !isStranger(who) || form === 'free' || !isOwned(glob.head)),
  );
  const counts = [...met, ...escaped].some(({ hints }) => hints.globs.some(hasOne));
  const shapes = (counts ? [OWN_NAME, SHORT_NAME] : [OWN_NAME]).flatMap((name) => shapesOf(form, who, name));
  const values = (globs: readonly Glob[]) =>
    shapes.flatMap((shape) => instantiate(shape, globs, budget) ?? []);
  const single = (glob: Glob) =>
    form === 'free' && glob.literal ? [String.fromCharCode(...glob.codes)] : values([glob]);
  const open = lists.map((globs) => globs.filter((glob) => !glob.literal && values([glob]).length > 0));
  const found = [
    ...values([]),
    ...lists.flat().flatMap(single),
    ...combinations(open, budget).flatMap(values),
  ];
  return form === 'arn' ? found.filter((arn) => !isNobodysArn.test(arn)) : found;
}

function clock(key: string, hinted: readonly string[], now: Date | undefined): readonly string[] {
  const start = now?.getTime() ?? 0;
  const moments = hinted.map((value) =>
    /^-?[\d.]+$/.test(value) ? Number(value) * 1000 : Date.parse(value),
  );
  const ahead = [...moments, start, Date.UTC(2999, 0)].filter((moment) => moment >= start);
  return ahead.map((moment) =>
    key === 'aws:epochtime' ? String(moment / 1000) : new Date(moment).toISOString(),
  );
}

function valuesOf(asked: Asked, who: Who, setting: Setting, budget: Budget): readonly string[] {
  const { form } = ruleOf(asked.key);
  const hints = [...asked.met, ...asked.escaped].map((test) => test.hints);
  const hinted = hints.flatMap(({ values }) => values);
  const ranges: readonly Range[] = hints.flatMap((hint) => hint.ranges);
  const within = ranges.length > 0 ? anyAddresses(ranges) : [];
  switch (form) {
    case 'owner':
      return [setting.accountId];
    case 'flag':
      return ['true', 'false'];
    case 'never':
      return who.kind === 'service' ? ['true'] : ['false'];
    case 'type':
      return ['User', 'AssumedRole', 'Account', 'FederatedUser'];
    case 'clock':
      return clock(asked.key, hinted, setting.now);
    case 'address':
      return [...(isStranger(who) ? strangerAddresses(ranges) : within), ...texts('id', asked, who, budget)];
    case 'anyAddress':
    case 'free':
      return ['', ...texts('free', asked, who, budget), ...hinted, ...within];
    default:
      return [...texts(form, asked, who, budget), ...(isStranger(who) ? [] : hinted)];
  }
}

/**
 * What a request that nobody signed says of its caller. Of the latter two some of AWS's pages have it say "anonymous" and
 * others have it say nothing: it may be either.
 */
const UNSIGNED: ReadonlyMap<string, readonly Carried[]> = new Map([
  ['aws:principaltype', [['Anonymous']]],
  ['aws:userid', [undefined, ['anonymous']]],
  ['aws:principalaccount', [undefined, ['anonymous']]],
]);

/** Several values at a time, for operators that compare sets. */
function sets(
  key: string,
  values: readonly string[],
  tests: readonly Test[],
): readonly (readonly string[])[] {
  const single = values.map((value) => [value]);
  if (!isMultivalued(key) || !tests.some(({ hints }) => hints.sets)) return single;
  const few = values.slice(0, 12);
  return [...single, ...few.flatMap((a, i) => few.slice(i + 1).map((b) => [a, b])), few];
}

/** Everything that a caller can carry for a key, one of each sort that the tests tell apart. */
export function candidates(
  asked: Asked,
  setting: Setting,
  budget: Budget,
): (caller: Caller) => readonly Carried[] {
  const { present } = ruleOf(asked.key);
  const tests = [...asked.met, ...asked.escaped];
  const texts = new Map<Who, readonly (readonly string[])[]>();
  const valuesFor = (who: Who) => {
    const values =
      texts.get(who) ?? sets(asked.key, [...new Set(valuesOf(asked, who, setting, budget))], tests);
    texts.set(who, values);
    return values;
  };
  return (caller) => {
    const { some, none } = presence(present, caller);
    const all: readonly Carried[] = setting.given?.get(asked.key) ??
      (caller.signed ? undefined : UNSIGNED.get(asked.key)) ?? [
        ...(none ? [undefined] : []),
        ...(some ? valuesFor(caller.who) : []),
      ];
    const seen = new Set<string>();
    return all.filter((carried) => {
      const signature = tests.map((test) => String(test.holds(carried))).join();
      return !seen.has(signature) && seen.add(signature);
    });
  };
}
