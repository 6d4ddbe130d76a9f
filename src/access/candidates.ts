import { anyAddresses, type Range, strangerAddresses } from './address.ts';
import { type Budget, leaveOut } from './budget.ts';
import { type Caller, isStranger, type Who } from './caller.ts';
import type { Carried, Test } from './condition.ts';
import { type Form, type Presence, ruleOf } from './condition-keys.ts';
import type { Glob } from './glob.ts';
import { type Hole, instantiate, type Template } from './instantiate.ts';

export interface Setting {
  readonly accountId: string;
  readonly now?: Date;
  /** What a request carries in any case, whatever the rules say: "over plain HTTP". */
  readonly given?: ReadonlyMap<string, readonly Carried[]>;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const except = (char: string) => (code: number) => code !== char.charCodeAt(0);
const FREE: Hole = { fill: 'qzxj' };
const PART: Hole = { fill: 'qzxj', accepts: except('/') };
const PARTITION: Hole = { fill: 'aws', accepts: except(':') };
const WORD: Hole = { fill: 'qzxj', accepts: except(':') };

/** The values' shapes. Parts marked `whose` cannot be somebody else's when a stranger asks. */
function templates(form: Form, who: Who): readonly Template[] {
  const whose = isStranger(who) || who.kind === 'organization';
  const account: Hole | string =
    who.kind === 'account' ? who.account : { fill: '926581345170', accepts: isDigit, exact: true, whose };
  const organization: Hole | string =
    who.kind === 'organization' ? who.organization.slice(2) : { fill: 'qzxj7w', accepts: except('/'), whose };
  const owned: Hole = { fill: 'qzxj7w', whose: isStranger(who) };
  const ownedPart: Hole = { ...owned, accepts: except('/') };
  const arn = (service: Hole | string, region: Hole | string, ...rest: Template): Template => [
    'arn:',
    PARTITION,
    ':',
    service,
    ':',
    region,
    ':',
    account,
    ':',
    ...rest,
  ];
  switch (form) {
    case 'account':
      return [[account]];
    case 'organization':
      return [['o-', organization]];
    case 'path':
      return [
        ['o-', organization, '/'],
        ['o-', organization, '/r-', PART, '/'],
        ['o-', organization, '/r-', PART, '/ou-', FREE],
      ];
    case 'id':
      return [[owned]];
    case 'userId':
      return [
        ['AROA', { ...owned, accepts: except(':') }, ':', FREE],
        ['AIDA', { ...owned, accepts: except(':') }],
        [account],
        [account, ':', FREE],
      ];
    case 'principal':
      return [
        ...['user/', 'role/'].map((type) => arn('iam', '', type, FREE)),
        arn('sts', '', 'assumed-role/', PART, '/', FREE),
        arn('sts', '', 'federated-user/', FREE),
        arn('iam', '', 'root'),
      ];
    case 'provider':
      return [arn('iam', '', FREE), [FREE]];
    case 'arn':
      return [
        arn(WORD, WORD, FREE),
        arn(WORD, '', FREE),
        ['arn:', PARTITION, ':', WORD, ':::', ownedPart],
        ['arn:', PARTITION, ':', WORD, ':::', ownedPart, '/', FREE],
        ['arn:', PARTITION, ':', WORD, ':', WORD, '::', ownedPart],
        ['arn:', PARTITION, ':', WORD, ':', WORD, '::', ownedPart, '/', FREE],
        [{ ...owned, accepts: except(':') }],
      ];
    default:
      return [[FREE]];
  }
}

const within = (ranges: readonly Range[]) => (ranges.length > 0 ? anyAddresses(ranges) : []);

const MOST_COMBINATIONS = 600;

/** One glob from each of some of the tests, in every way: a value may have to satisfy several tests at once. */
function combinations(tests: readonly (readonly Glob[])[], budget: Budget): readonly (readonly Glob[])[] {
  let found: readonly (readonly Glob[])[] = [[]];
  for (const globs of tests) {
    const wild = globs.filter((glob) => !glob.literal);
    if (found.length * (wild.length + 1) > MOST_COMBINATIONS) {
      leaveOut(budget);
      break;
    }
    found = [...found, ...wild.flatMap((glob) => found.map((chosen) => [...chosen, glob]))];
  }
  return found;
}

function texts(form: Form, tests: readonly Test[], who: Who, budget: Budget): readonly string[] {
  const shapes = templates(form, who);
  const values = (globs: readonly Glob[]) =>
    shapes.flatMap((shape) => instantiate(shape, globs, budget) ?? []);
  const reachable = tests.map(({ hints }) =>
    hints.globs.map((glob) => ({ glob, found: values([glob]) })).filter(({ found }) => found.length > 0),
  );
  const single = reachable.flat().flatMap(({ found }) => found);
  const joint = combinations(
    reachable.map((list) => list.map(({ glob }) => glob)),
    budget,
  );
  return [...values([]), ...single, ...joint.filter((globs) => globs.length > 1).flatMap(values)];
}

function clock(key: string, tests: readonly Test[], now: Date | undefined): readonly string[] {
  const hinted = tests.flatMap(({ hints }) =>
    hints.values.map((value) => (/^-?[\d.]+$/.test(value) ? Number(value) * 1000 : Date.parse(value))),
  );
  const all = [...hinted, now?.getTime() ?? 0, Date.UTC(2999, 0)].filter((ms) => ms >= (now?.getTime() ?? 0));
  return all.map((ms) => (key === 'aws:epochtime' ? String(ms / 1000) : new Date(ms).toISOString()));
}

function valuesFor(
  key: string,
  form: Form,
  tests: readonly Test[],
  { who, signed }: Caller,
  setting: Setting,
  budget: Budget,
): readonly string[] {
  const hinted = tests.flatMap(({ hints }) => hints.values);
  const ranges = tests.flatMap(({ hints }) => hints.ranges);
  switch (form) {
    case 'owner':
      return [setting.accountId];
    case 'flag':
      return ['true', 'false'];
    case 'never':
      return who.kind === 'service' ? ['true'] : ['false'];
    case 'type':
      return signed ? ['User', 'AssumedRole', 'Account', 'FederatedUser'] : ['Anonymous'];
    case 'clock':
      return clock(key, tests, setting.now);
    case 'address':
      return [
        ...(isStranger(who) ? strangerAddresses(ranges) : anyAddresses(ranges)),
        ...texts('id', tests, who, budget),
      ];
    case 'anyAddress':
      return [...anyAddresses(ranges), ...texts('free', tests, who, budget)];
    case 'free':
      if (tests.every(({ hints }) => hints.values.length + hints.ranges.length > 0)) break;
      return ['', ...texts(form, tests, who, budget), ...hinted, ...within(ranges)];
    default:
      return [...texts(form, tests, who, budget), ...hinted.filter(() => !isStranger(who))];
  }
  return [...texts(form, tests, who, budget).slice(1), ...hinted, ...within(ranges)];
}

function mayBe(present: Presence, { signed, network, who }: Caller): { present: boolean; absent: boolean } {
  const over = (wanted: 'internet' | 'endpoint') => network === wanted || network === 'either';
  const open = network === 'either';
  switch (present) {
    case 'always':
      return { present: true, absent: false };
    case 'may':
      return { present: true, absent: true };
    case 'signed':
      return { present: signed, absent: !signed || who.kind === 'anyone' };
    case 'maySigned':
      return { present: signed, absent: true };
    case 'internet':
    case 'endpoint':
      return { present: over(present), absent: !over(present) || open };
    case 'mayEndpoint':
      return { present: over('endpoint'), absent: true };
    case 'serviceOnly':
      return { present: !isStranger(who) && who.kind !== 'anyone', absent: true };
  }
}

/** A request that nobody signed is "anonymous" in some of AWS's pages and has no such key in others: it may be either. */
const SAID_ANONYMOUS = new Set(['aws:userid', 'aws:principalaccount']);

/** More than one value at a time, for operators that compare sets. */
function sets(values: readonly string[], tests: readonly Test[]): readonly (readonly string[])[] {
  const single = values.map((value) => [value]);
  if (!tests.some(({ hints }) => hints.sets)) return single;
  const few = values.slice(0, 12);
  return [...single, ...few.flatMap((a, i) => few.slice(i + 1).map((b) => [a, b])), few];
}

/** Everything that this caller can carry for a key, as far as these tests can tell it apart. */
export function candidates(
  key: string,
  tests: readonly Test[],
  caller: Caller,
  setting: Setting,
  budget: Budget,
): readonly Carried[] {
  const given = setting.given?.get(key);
  if (given !== undefined) return given;
  const { form, present } = ruleOf(key);
  const may = mayBe(present, caller);
  const values = may.present ? valuesFor(key, form, tests, caller, setting, budget) : [];
  const anonymous = !caller.signed && SAID_ANONYMOUS.has(key) ? [['anonymous']] : [];
  const all: readonly Carried[] = [...(may.absent ? [undefined] : []), ...anonymous, ...sets(values, tests)];
  const seen = new Set<string>();
  return all.filter((carried) => {
    const signature = tests.map((test) => String(test.holds(carried))).join();
    return !seen.has(signature) && seen.add(signature);
  });
}
