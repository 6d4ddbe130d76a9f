import { isDeepStrictEqual } from 'node:util';
import type { AnyCatalog } from '../../domain/catalog.ts';
import { type Collected, known } from '../../domain/collected.ts';

type Facts = Readonly<Record<string, Collected<unknown>>>;

/** What was written to one recorded account since, by resource. Kept in memory: the next start finds the recording. */
export class Changes {
  readonly #catalog: AnyCatalog;
  readonly #byResource = new Map<string, Map<string, unknown>>();

  constructor(catalog: AnyCatalog) {
    this.#catalog = catalog;
  }

  /** The newest value stands. What is put back to the recorded value is no change, so all that follows is as recorded. */
  set(kind: string, id: string, fact: string, value: unknown, recorded: Facts): void {
    const values = new Map(this.#byResource.get(`${kind} ${id}`));
    values.delete(fact);
    const before = recorded[fact];
    if (!before?.known || !isDeepStrictEqual(before.value, value)) values.set(fact, value);
    this.#byResource.set(`${kind} ${id}`, values);
  }

  /**
   * The value that was written, or that follows from one that was; undefined when nothing was said about this fact.
   * `given` may suppose another value than the written one: then nothing follows from the latter.
   */
  answer(
    kind: string,
    id: string,
    fact: string,
    given: Facts,
    recorded: Facts,
  ): { readonly value: unknown } | undefined {
    const values = this.#byResource.get(`${kind} ${id}`);
    if (!values) return undefined;
    if (values.has(fact)) return { value: values.get(fact) };
    const changed = Object.fromEntries([...values].map(([name, value]) => [name, known(value)]));
    for (const [name, value] of [...values].reverse()) {
      if (given[name] && !same(given[name], known(value))) continue;
      const implied = this.#catalog[kind]?.facts[name]?.write?.implies?.(value, { ...recorded, ...changed });
      if (implied && Object.hasOwn(implied, fact)) return { value: implied[fact] };
    }
    return undefined;
  }
}

function same(a: Collected<unknown> | undefined, b: Collected<unknown> | undefined): boolean {
  if (!a || !b) return !a?.known && !b?.known;
  if (a.known) return b.known && isDeepStrictEqual(a.value, b.value);
  return !b.known && a.reason === b.reason && a.message === b.message;
}

/** Whether the recorded conclusion was drawn from exactly these; what is missing on both sides counts as the same. */
export const sameNeeds = (names: readonly string[], given: Facts, recorded: Facts): boolean =>
  names.every((name) => same(given[name], recorded[name]));
