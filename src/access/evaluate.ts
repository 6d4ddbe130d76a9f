import type { Action } from './actions.ts';
import { type Budget, exhausted } from './budget.ts';
import type { Caller } from './caller.ts';
import { candidates, type Setting } from './candidates.ts';
import { type Carried, compileCondition, type Test } from './condition.ts';
import type { PolicyDocument, Statement } from './document.ts';
import { compileGlob, type Glob, matchesGlob } from './glob.ts';
import { speaksOf } from './principal.ts';
import {
  bucketArn,
  compileResource,
  coversResource,
  type ResourceClause,
  resourcesUnder,
} from './resources.ts';
import { type Asking, slipsThrough } from './search.ts';

export interface Ready {
  readonly statement: Statement;
  readonly actions: readonly Glob[];
  readonly resource?: ResourceClause;
  readonly tests: readonly Test[];
}

export interface Witness {
  readonly action: Action;
  readonly caller: Caller;
}

export interface Subject {
  readonly service: string;
  /** The ARN; of a bucket its name will do. */
  readonly resource: string;
}

const ready = (statement: Statement, variables: boolean): Ready => ({
  statement,
  actions: statement.action.patterns.flatMap(
    (pattern) => compileGlob(pattern, { wild: true, fold: true, variable: 'text' }) ?? [],
  ),
  ...(statement.resource && { resource: compileResource(statement.resource, statement.effect, variables) }),
  tests: statement.conditions.map((condition) =>
    compileCondition(condition, { variables, effect: statement.effect }),
  ),
});

export interface Judge {
  readonly grants: readonly Ready[];
  /** The first caller and action, in the order offered, that this grant lets through past every Deny. */
  witness(
    grant: Ready,
    callers: readonly Caller[],
    actions: readonly Action[],
    asking: Asking,
  ): Witness | undefined;
}

/** A caller is "the same" where only who, signature and network matter: there are a handful. */
function remember<V>(make: (caller: Caller, key: string) => V): (caller: Caller, key: string) => V {
  const memory = new Map<Caller, Map<string, V>>();
  return (caller, key) => {
    const own = memory.get(caller) ?? new Map<string, V>();
    memory.set(caller, own);
    const known = own.get(key);
    if (known !== undefined) return known;
    const value = make(caller, key);
    own.set(key, value);
    return value;
  };
}

/** Prepares a policy for questions about one resource. Evaluation is IAM's: an explicit Deny wins, nothing is allowed by default. */
export function judge(document: PolicyDocument, subject: Subject, setting: Setting, budget: Budget): Judge {
  const all = document.statements.map((statement) => ready(statement, document.variables));
  const denies = all.filter(({ statement }) => statement.effect === 'Deny');
  const arn = subject.service === 's3' ? bucketArn(subject.resource, document) : subject.resource;
  const resources = resourcesUnder(
    arn,
    subject.service,
    all.flatMap(({ resource }) => resource ?? []),
    budget,
  );
  const tests = all.flatMap((item) => item.tests);
  const byKey = Map.groupBy(tests, ({ key }) => key);
  const valuesOf = remember((caller, key): readonly Carried[] =>
    candidates(key, byKey.get(key) ?? [], caller, setting, budget),
  );
  const takes = ({ statement, actions }: Ready, { name }: Action) =>
    actions.some((glob) => matchesGlob(glob, name)) !== statement.action.not;

  /** A statement without a principal or, in S3, a resource is no resource policy's: it may mean anything. */
  const about = ({ statement }: Ready, caller: Caller, asking: Asking) =>
    statement.principal === undefined
      ? (asking === 'possible') === (statement.effect === 'Allow')
      : speaksOf(statement.principal, caller, statement.effect, budget);
  const at = ({ statement, resource }: Ready, place: string, asking: Asking) =>
    resource === undefined
      ? subject.service !== 's3' || (asking === 'possible') === (statement.effect === 'Allow')
      : coversResource(resource, place);

  return {
    grants: all.filter(({ statement }) => statement.effect === 'Allow'),
    witness(grant, callers, actions, asking) {
      const offered = actions.filter((action) => takes(grant, action));
      for (const caller of callers) {
        if (!about(grant, caller, asking)) continue;
        const against = denies.filter((deny) => about(deny, caller, asking));
        const tried = new Set<string>();
        for (const action of offered) {
          const covering = against.filter((deny) => takes(deny, action));
          for (const place of resources.of(action.on)) {
            if (exhausted(budget)) return undefined;
            if (!at(grant, place, asking)) continue;
            const refusing = covering.filter((deny) => at(deny, place, asking));
            const situation = refusing.map((deny) => denies.indexOf(deny)).join();
            if (tried.has(situation)) continue;
            tried.add(situation);
            const free = slipsThrough(
              grant.tests,
              refusing.map((deny) => deny.tests),
              (key) => valuesOf(caller, key),
              asking,
              budget,
            );
            if (free) return { action, caller };
          }
        }
      }
      return undefined;
    },
  };
}
