import type { ResourceKind, Subject } from '../domain/catalog.ts';
import { type Collected, known, type Unknown, unknown } from '../domain/collected.ts';
import type { Provider, Session } from '../domain/provider.ts';

/** Where facts are asked, and which: each after the facts that it needs. */
export interface Asking {
  readonly provider: Pick<Provider, 'classify'>;
  readonly session: Session;
  readonly kind: string;
  readonly definition: ResourceKind;
  readonly facts: readonly string[];
}

export type CollectedFacts = Readonly<Record<string, Collected<unknown>>>;

export function unknownFrom(provider: Pick<Provider, 'classify'>, error: unknown): Unknown {
  const { reason, message, permission } = provider.classify(error);
  return unknown(reason, message, permission);
}

/** A refused answer names the action that it was asked by, where it does not do so itself. */
export function named(why: Unknown, permissions: readonly string[] | undefined): Unknown {
  const [permission] = permissions ?? [];
  const isNamed = why.permission !== undefined || permission === undefined || why.reason === 'notRecorded';
  return isNamed ? why : { ...why, permission };
}

/** Every wanted fact of one resource, each asked once; independent ones at the same time. */
export async function collect(asking: Asking, subject: Subject): Promise<CollectedFacts> {
  const { provider, session, kind, definition } = asking;
  const answers = new Map<string, Promise<Collected<unknown>>>();
  for (const name of asking.facts) {
    const needs = definition.facts[name]?.needs ?? [];
    const read = async (): Promise<Collected<unknown>> => {
      const given: Record<string, Collected<unknown>> = {};
      for (const need of needs) given[need] = (await answers.get(need)) as Collected<unknown>;
      try {
        return known(await session.read(kind, name, subject, given));
      } catch (error) {
        return named(unknownFrom(provider, error), definition.facts[name]?.permissions);
      }
    };
    answers.set(name, read());
  }
  const facts: Record<string, Collected<unknown>> = {};
  for (const [name, answer] of answers) facts[name] = await answer;
  return facts;
}
