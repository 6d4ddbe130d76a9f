import type { AnyCatalog, ResourceKind } from '../domain/catalog.ts';
import type { AnyCheck } from '../domain/check.ts';
import type { AnyRemedy } from '../domain/remedy.ts';

/** What a scan will ask about one kind: the checks, and every fact that they or those facts need. */
export interface Wanted {
  readonly kind: string;
  readonly definition: ResourceKind;
  readonly checks: readonly AnyCheck[];
  /** Each fact after the facts that it needs. */
  readonly facts: readonly string[];
}

/** Facts in the order in which they can be asked; refuses an unknown or a circular one. */
export function closure(kind: string, definition: ResourceKind, names: Iterable<string>): readonly string[] {
  const order: string[] = [];
  const visiting = new Set<string>();
  const visit = (name: string) => {
    if (order.includes(name)) return;
    const fact = definition.facts[name];
    if (!fact) throw new Error(`${kind} has no fact ${name}`);
    if (visiting.has(name)) throw new Error(`the fact ${name} of ${kind} needs itself`);
    visiting.add(name);
    for (const need of fact.needs ?? []) visit(need);
    order.push(name);
  };
  for (const name of names) visit(name);
  return order;
}

/** The kinds that the checks ask about, in the catalogue's order. Tags come along where a failure would expose. */
export function wantedBy(catalog: AnyCatalog, checks: readonly AnyCheck[]): readonly Wanted[] {
  const out: Wanted[] = [];
  for (const [kind, definition] of Object.entries(catalog)) {
    const asked = checks.filter((c) => c.kind === kind);
    if (asked.length === 0) continue;
    const names = new Set(asked.flatMap((c) => c.facts));
    if ('tags' in definition.facts && asked.some((c) => c.exposes)) names.add('tags');
    out.push({ kind, definition, checks: asked, facts: closure(kind, definition, names) });
  }
  return out;
}

/** The IAM actions that a scan with these checks needs: computed, never written by hand. Sorted. */
export function permissionsOf(wanted: readonly Wanted[]): readonly string[] {
  const actions = new Set<string>();
  for (const { definition, facts } of wanted) {
    for (const p of definition.permissions) actions.add(p);
    for (const fact of facts) for (const p of definition.facts[fact]?.permissions ?? []) actions.add(p);
  }
  return [...actions].sort();
}

/** Remedies that may be offered: those for a check that runs. */
export const offered = (
  remedies: readonly AnyRemedy[],
  checks: readonly AnyCheck[],
): readonly AnyRemedy[] => {
  const ids = new Set(checks.map((c) => c.id));
  return remedies.filter((r) => r.cures.some((id) => ids.has(id)));
};

/** What plans read besides the scan: what remedies would set, and what tells whom the change would hurt. */
export function planFacts(
  catalog: AnyCatalog,
  remedies: readonly AnyRemedy[],
  checks: readonly AnyCheck[],
): readonly Wanted[] {
  return offered(remedies, checks).flatMap(({ id, kind, fact, considers = [] }) => {
    const definition = catalog[kind];
    if (!definition) throw new Error(`${id} is about ${kind}, which is no kind`);
    return [{ kind, definition, checks: [], facts: closure(kind, definition, [fact, ...considers]) }];
  });
}

/** What one remedy may do, and to what. */
export interface WriteGrant {
  readonly remedy: string;
  readonly actions: readonly string[];
  /** ARN patterns; `*` where the write needs more than the resource itself. */
  readonly resources: readonly string[];
}

/** The IAM actions that each remedy writes with: computed, never written by hand. In the remedies' order. */
export function writesOf(
  catalog: AnyCatalog,
  remedies: readonly AnyRemedy[],
  checks: readonly AnyCheck[],
  partitions: readonly string[],
): readonly WriteGrant[] {
  return offered(remedies, checks).map(({ id, kind, fact }) => {
    const definition = catalog[kind];
    const write = definition?.facts[fact]?.write;
    if (!definition || !write) throw new Error(`${id} sets ${fact} of ${kind}, which cannot be set`);
    return {
      remedy: id,
      actions: [...new Set(write.permissions)].sort(),
      resources: write.resources
        ? ['*']
        : partitions.map((partition) => definition.pattern({ id: '*', partition }, '*')),
    };
  });
}
