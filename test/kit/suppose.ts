import { classify } from '../../src/cloud/aws/classify.ts';
import { catalog } from '../../src/cloud/catalog.ts';
import type { AnyCatalog, Subject } from '../../src/domain/catalog.ts';
import { type Collected, known, unknown } from '../../src/domain/collected.ts';

type Facts = Readonly<Record<string, Collected<unknown>>>;

interface Supposed {
  readonly fact: string;
  readonly value: unknown;
  /** `is`: the value stands beside the given facts. `written`: what it implies and what follows from it is concluded anew. */
  readonly as: 'is' | 'written';
  readonly wanted: readonly string[];
}

/**
 * The wanted facts with one fact set. Nothing is asked of a cloud: what would need a call and is not given is unknown.
 */
export async function suppose(
  kind: string,
  { subject, account }: { subject: Subject; account: string },
  given: Facts,
  { fact, value, as, wanted }: Supposed,
): Promise<Facts> {
  const definition = (catalog as AnyCatalog)[kind];
  const collectors = definition?.facts ?? {};
  const implied = as === 'is' ? {} : (collectors[fact]?.write?.implies?.(value, given) ?? {});
  const fixed = new Map<string, Collected<unknown>>([
    ...Object.entries(implied).map(([name, said]) => [name, known(said)] as const),
    [fact, known(value)],
  ]);
  const reader = {
    identity: { id: account, name: 'clinic', partition: 'aws' },
    regions: [],
    optIns: new Set(),
  };

  const follows = (name: string): boolean =>
    (collectors[name]?.needs ?? []).some((need) => fixed.has(need) || follows(need));
  const learn = async (name: string): Promise<Collected<unknown>> => {
    const before = fixed.get(name) ?? (as === 'is' || !follows(name) ? given[name] : undefined);
    if (before) return before;
    const collector = collectors[name];
    if (collector?.from !== 'facts') return unknown('notRecorded', `${name} is not given`);
    const needs: Record<string, Collected<unknown>> = {};
    for (const need of collector.needs ?? []) needs[need] = await learn(need);
    try {
      return known(await collector.read(reader, subject, needs));
    } catch (error) {
      if (error instanceof TypeError) return unknown('notRecorded', `${name} would ask the cloud`);
      const { reason, message } = classify(error);
      return unknown(reason, message);
    }
  };
  return Object.fromEntries(
    await Promise.all(wanted.map(async (name) => [name, await learn(name)] as const)),
  );
}
