import type { Subject } from '../../domain/catalog.ts';
import type { AnyCheck } from '../../domain/check.ts';
import { type Collected, known } from '../../domain/collected.ts';
import { isPhi } from '../../domain/phi.ts';
import type { Account, Identity, Session } from '../../domain/provider.ts';
import { type Asking, type CollectedFacts, collect } from '../collect.ts';
import { accountsOf, type Engine, knowAccounts, settingsOf } from '../context.ts';
import { type Answer, evaluate, marked } from '../evaluate.ts';
import { closure } from '../wanted.ts';

/**
 * The account's configuration, by its twelve digits or its name, among those that are known now. A name counts only where
 * no number tells: an account that took another's name, or number for a name, is not that one.
 */
export const accountNow = (engine: Engine, id: string): Account | null =>
  accountsOf(engine).find((a) => a.id === id) ??
  accountsOf(engine).find((a) =>
    /^\d{12}$/.test(id) ? a.id === undefined && engine.accountNames.get(id) === a.name : a.name === id,
  ) ??
  null;

/** The same, when it has been found out which accounts there are. */
export async function accountOf(engine: Engine, id: string): Promise<Account | null> {
  await knowAccounts(engine);
  return accountNow(engine, id);
}

/** Facts of one resource as they would be with a value set: what the value implies, and what follows from it. */
export type Supposing = (facts: CollectedFacts, fact: string, value: unknown) => Promise<CollectedFacts>;

/** One kind in one account, read afresh: nothing that a scan remembered is used. */
export interface AccountView {
  readonly identity: Identity;
  /** The resource, or null if the listing came to its end without it. Throws if it could not be listed. */
  find(resource: string, region: string): Promise<Subject | null>;
  /** How many resources of the kind the account has in the region. */
  count(region: string): Promise<number>;
  read(subject: Subject, names: Iterable<string>): Promise<CollectedFacts>;
  supposing(subject: Subject): Supposing;
  ask(check: AnyCheck, subject: Subject, facts: CollectedFacts): Answer;
  close(): Promise<void>;
}

function definitionOf(engine: Engine, kind: string) {
  const definition = engine.provider.catalog[kind];
  if (!definition) throw new Error(`no kind ${kind}`);
  return definition;
}

/** Facts that are concluded from `fact`, directly or not, each after those that it needs. */
function dependents(engine: Engine, kind: string, fact: string, names: readonly string[]): readonly string[] {
  const { facts } = definitionOf(engine, kind);
  const touched = new Set([fact]);
  return names.filter((name) => {
    const follows = (facts[name]?.needs ?? []).some((need) => touched.has(need));
    if (follows) touched.add(name);
    return follows;
  });
}

export const tagsOf = (subject: Subject, facts: CollectedFacts): Readonly<Record<string, string>> => {
  const read = facts['tags'];
  return subject.tags ?? ((read?.known ? read.value : null) as Record<string, string> | null) ?? {};
};

export async function openAccount(
  engine: Engine,
  account: Account,
  kind: string,
  regions: readonly string[],
  signal: AbortSignal,
): Promise<AccountView> {
  const definition = definitionOf(engine, kind);
  const real = regions.filter((region) => region !== 'global');
  const session: Session = await engine.provider.open(account, {
    signal,
    optIns: engine.rules.optIns,
    ...(engine.standing ? { standing: engine.standing } : {}),
    // A bucket's home need not be a region of the scan; a regional listing must be asked where the resource is.
    ...(definition.scope === 'regional' && real.length > 0 ? { regions: real } : {}),
  });
  const asking: Omit<Asking, 'facts'> = { provider: engine.provider, session, kind, definition };
  const listings = new Map<string, Promise<ReadonlyMap<string, Subject>>>();
  const listing = (region: string) => {
    const where = definition.scope === 'global' ? 'global' : region;
    const before = listings.get(where);
    if (before) return before;
    const read = (async () => {
      const subjects = new Map<string, Subject>();
      for await (const subject of session.list(kind, where)) subjects.set(subject.id, subject);
      return subjects;
    })();
    listings.set(where, read);
    return read;
  };
  const order = (names: Iterable<string>) => closure(kind, definition, names);

  return {
    identity: session.identity,
    find: async (resource, region) => (await listing(region)).get(resource) ?? null,
    count: async (region) => (await listing(region)).size,
    read: (subject, names) => collect({ ...asking, facts: order(names) }, subject),
    supposing: (subject) => async (facts, fact, value) => {
      const names = order(Object.keys(facts));
      const implied = definition.facts[fact]?.write?.implies?.(value, facts) ?? {};
      const supposed: Record<string, Collected<unknown>> = { ...facts, [fact]: known(value) };
      for (const [name, said] of Object.entries(implied)) if (name in facts) supposed[name] = known(said);
      for (const origin of [fact, ...Object.keys(implied)]) {
        for (const name of dependents(engine, kind, origin, names)) {
          // What a value implies is foretold: asking the cloud would tell of the value before it.
          if (name in implied) continue;
          const given = Object.fromEntries(
            (definition.facts[name]?.needs ?? []).map((need) => [need, supposed[need]]),
          );
          supposed[name] = await session.read(kind, name, subject, given).then(
            (concluded): Collected<unknown> => known(concluded),
            (error: unknown): Collected<unknown> => {
              const { reason, message } = engine.provider.classify(error);
              return { known: false, reason, message };
            },
          );
        }
      }
      return supposed;
    },
    ask(check, subject, facts) {
      const tags = tagsOf(subject, facts);
      const answer = evaluate(check, facts, {
        now: engine.provider.asOf ?? engine.now(),
        settings: settingsOf(engine, check),
        tags,
        account: session.identity.id,
        region: subject.region,
      });
      return marked(check.exposes === true && isPhi(tags, engine.rules.phi), answer);
    },
    close: () => session.close(),
  };
}
