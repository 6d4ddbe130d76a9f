import type { Action } from './actions.ts';
import { type Budget, exhausted } from './budget.ts';
import type { Caller } from './caller.ts';
import { candidates, type Setting } from './candidates.ts';
import { compileCondition, type Test } from './condition.ts';
import type { PolicyDocument, Statement } from './document.ts';
import { compileGlob, type Glob, matchesGlob } from './glob.ts';
import { speaksOf } from './principal.ts';
import { remember } from './remember.ts';
import {
  bucketArn,
  compileResource,
  coversResource,
  type ResourceClause,
  resourcesFor,
} from './resources.ts';
import { type Asking, slipsThrough } from './search.ts';

interface Ready {
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

/** One Allow statement, to be asked whom it lets through past every Deny. */
export interface Grant {
  readonly statement: Statement;
  /** The first caller and action, in the order offered; nothing when there is none or the budget ran out. */
  readonly lets: (
    callers: readonly Caller[],
    actions: readonly Action[],
    asking: Asking,
  ) => Witness | undefined;
}

/**
 * Prepares a policy for questions about one resource. Evaluation is IAM's: an explicit Deny wins, nothing is allowed by
 * default, and a statement counts when principal, action, resource and all conditions do.
 */
export function grantsOf(
  document: PolicyDocument,
  subject: Subject,
  setting: Setting,
  budget: Budget,
): readonly Grant[] {
  const { service } = subject;
  const of = (effect: 'Allow' | 'Deny') =>
    document.statements
      .filter((statement) => statement.effect === effect)
      .map((statement) => ready(statement, document.variables));
  const denies = of('Deny');
  const denyTests = denies.flatMap(({ tests }) => tests);
  const arn = service === 's3' ? bucketArn(subject.resource, document) : subject.resource;
  const isDoubtful = ({ statement, resource, tests }: Ready) =>
    statement.principal === undefined ||
    (resource === undefined && service === 's3') ||
    tests.some(({ doubtful }) => doubtful);
  const doubtfulDeny = denies.some(isDoubtful);

  /** A statement without a principal or, in S3, a resource is no resource policy's: it may mean anything. */
  const missing = ({ statement }: Ready, asking: Asking) =>
    (asking === 'possible') === (statement.effect === 'Allow');
  const about = (item: Ready, caller: Caller, asking: Asking) =>
    item.statement.principal === undefined
      ? missing(item, asking)
      : speaksOf(item.statement.principal, caller, item.statement.effect, budget);
  const at = (item: Ready, place: string, asking: Asking) =>
    item.resource === undefined
      ? service !== 's3' || missing(item, asking)
      : coversResource(item.resource, place);
  const takes = ({ actions, statement }: Ready) =>
    remember(
      (action: Action) => actions.some((glob) => matchesGlob(glob, action.name)) !== statement.action.not,
    );
  const denyTakes = remember(takes);

  /** Actions that no Deny tells apart are one question; the first of them speaks for all. */
  const distinct = (actions: readonly Action[]): readonly Action[] => {
    const seen = new Set<string>();
    return actions.filter((action) => {
      const sort = `${action.on}${denies.map((deny) => Number(denyTakes(deny)(action))).join('')}`;
      return !seen.has(sort) && seen.add(sort);
    });
  };

  return of('Allow').map((grant): Grant => {
    const resources = resourcesFor(
      arn,
      service,
      grant.resource,
      denies.flatMap(({ resource }) => resource ?? []),
      budget,
    );
    const asked = remember((key: string) => {
      const same = (test: Test) => test.key === key;
      return remember(
        candidates({ key, met: grant.tests.filter(same), escaped: denyTests.filter(same) }, setting, budget),
      );
    });

    const passes = (caller: Caller, offered: readonly Action[], asking: Asking): Action | undefined => {
      const against = denies.filter((deny) => about(deny, caller, asking));
      const tried = new Set<string>();
      for (const action of offered) {
        const covering = against.filter((deny) => denyTakes(deny)(action));
        for (const place of resources(action.on)) {
          if (exhausted(budget)) return undefined;
          if (!at(grant, place, asking)) continue;
          const refusing = covering.filter((deny) => at(deny, place, asking));
          const situation = refusing.map((deny) => denies.indexOf(deny)).join();
          if (tried.has(situation)) continue;
          tried.add(situation);
          const tests = refusing.map((deny) => deny.tests);
          if (slipsThrough(grant.tests, tests, (key) => asked(key)(caller), asking, budget)) return action;
        }
      }
      return undefined;
    };

    return {
      statement: grant.statement,
      lets: (callers, actions, asking) => {
        if (asking === 'possible' && !doubtfulDeny && !isDoubtful(grant)) return undefined;
        const ours = callers.filter((caller) => about(grant, caller, asking));
        if (ours.length === 0) return undefined;
        const offered = distinct(actions.filter(takes(grant)));
        for (const caller of ours) {
          const action = passes(caller, offered, asking);
          if (action !== undefined) return { action, caller };
        }
        return undefined;
      },
    };
  });
}
