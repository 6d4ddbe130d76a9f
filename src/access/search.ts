import { type Budget, spend } from './budget.ts';
import type { Carried, Test } from './condition.ts';

/** Unknown answers count for access when we ask what is possible, and against it when we ask what is certain. */
export type Asking = 'certain' | 'possible';

const holdsFor = (answer: boolean | undefined, grant: boolean, asking: Asking): boolean =>
  answer ?? (asking === 'possible') === grant;

type Domains = ReadonlyMap<string, readonly Carried[]>;

/** Per key of a Deny, the values with which it does not apply. */
type Escapes = ReadonlyMap<string, (carried: Carried) => boolean>;

function byKey(tests: readonly Test[]): ReadonlyMap<string, readonly Test[]> {
  return Map.groupBy(tests, ({ key }) => key);
}

function narrowed(domains: Domains, key: string, keep: (carried: Carried) => boolean): Domains | undefined {
  const left = (domains.get(key) ?? []).filter(keep);
  return left.length === 0 ? undefined : new Map(domains).set(key, left);
}

function settle(domains: Domains, denies: readonly Escapes[], budget: Budget): boolean {
  if (!spend(budget)) return false;
  const open: (readonly [Escapes, readonly string[]])[] = [];
  for (const escapes of denies) {
    const ways = [...escapes].filter(([key, free]) => domains.get(key)?.some(free));
    if (ways.length === 0) return false;
    const already = ways.some(([key, free]) => domains.get(key)?.every(free));
    if (!already) open.push([escapes, ways.map(([key]) => key)]);
  }
  const [tightest] = open.sort(([, a], [, b]) => a.length - b.length);
  if (tightest === undefined) return true;
  const [escapes, keys] = tightest;
  const rest = open.filter((item) => item !== tightest).map(([other]) => other);
  return keys.some((key) => {
    const next = narrowed(domains, key, escapes.get(key) ?? (() => false));
    return next !== undefined && settle(next, rest, budget);
  });
}

/**
 * Is there a request that meets the grant's conditions and no Deny's? Conditions test one key each, so the grant narrows
 * each key's values by itself, and a Deny is escaped by any one of its keys: a small search, exact over the values offered.
 */
export function slipsThrough(
  grant: readonly Test[],
  denies: readonly (readonly Test[])[],
  valuesOf: (key: string) => readonly Carried[],
  asking: Asking,
  budget: Budget,
): boolean {
  if (denies.some((tests) => tests.length === 0)) return false;
  let domains: Domains = new Map();
  for (const key of new Set([...grant, ...denies.flat()].map((test) => test.key))) {
    const own = grant.filter((test) => test.key === key);
    const left = valuesOf(key).filter((carried) =>
      own.every((test) => holdsFor(test.holds(carried), true, asking)),
    );
    if (left.length === 0) return false;
    domains = new Map(domains).set(key, left);
  }
  const escapes = denies.map(
    (tests): Escapes =>
      new Map(
        [...byKey(tests)].map(([key, same]) => [
          key,
          (carried: Carried) => !same.every((test) => holdsFor(test.holds(carried), false, asking)),
        ]),
      ),
  );
  return settle(domains, escapes, budget);
}
