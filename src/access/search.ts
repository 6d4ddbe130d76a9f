import { type Budget, spend } from './budget.ts';
import type { Carried, Test } from './condition.ts';

/** Unknown answers count for access when we ask what is possible, and against it when we ask what is certain. */
export type Asking = 'certain' | 'possible';

const holdsFor = (answer: boolean | undefined, grant: boolean, asking: Asking): boolean =>
  answer ?? (asking === 'possible') === grant;

type Domains = ReadonlyMap<string, readonly Carried[]>;

/** Per key of a Deny, the values with which it does not apply. */
type Escapes = ReadonlyMap<string, ReadonlySet<Carried>>;

function settle(domains: Domains, denies: readonly Escapes[], budget: Budget): boolean {
  if (!spend(budget, 1 + denies.length)) return false;
  const open: { readonly escapes: Escapes; readonly keys: readonly string[] }[] = [];
  for (const escapes of denies) {
    const keys: string[] = [];
    let already = false;
    for (const [key, free] of escapes) {
      const values = domains.get(key) ?? [];
      if (values.some((carried) => free.has(carried))) keys.push(key);
      already ||= values.every((carried) => free.has(carried));
    }
    if (keys.length === 0) return false;
    if (!already) open.push({ escapes, keys });
  }
  const [tightest, ...rest] = open.sort((a, b) => a.keys.length - b.keys.length);
  if (tightest === undefined) return true;
  return tightest.keys.some((key) => {
    const free = tightest.escapes.get(key);
    const left = (domains.get(key) ?? []).filter((carried) => free?.has(carried));
    return settle(
      new Map(domains).set(key, left),
      rest.map(({ escapes }) => escapes),
      budget,
    );
  });
}

/**
 * Is there a request that meets the grant's conditions and no Deny's? A condition tests one key, so the grant narrows each
 * key's values by itself, and a Deny is escaped by any one of its keys: a small search, exact over the values offered.
 */
export function slipsThrough(
  grant: readonly Test[],
  denies: readonly (readonly Test[])[],
  valuesOf: (key: string) => readonly Carried[],
  asking: Asking,
  budget: Budget,
): boolean {
  const domains = new Map<string, readonly Carried[]>();
  for (const key of new Set([...grant, ...denies.flat()].map((test) => test.key))) {
    const own = grant.filter((test) => test.key === key);
    const left = valuesOf(key).filter((carried) =>
      own.every((test) => holdsFor(test.holds(carried), true, asking)),
    );
    if (left.length === 0) return false;
    domains.set(key, left);
  }
  const applies = (same: readonly Test[], carried: Carried) =>
    same.every((test) => holdsFor(test.holds(carried), false, asking));
  const escapes = denies.map((tests): Escapes => {
    const keys = [...Map.groupBy(tests, ({ key }) => key)];
    return new Map(
      keys.map(([key, same]) => [
        key,
        new Set((domains.get(key) ?? []).filter((value) => !applies(same, value))),
      ]),
    );
  });
  return settle(domains, escapes, budget);
}
