import type { AnyCatalog, ResourceKind } from '../domain/catalog.ts';
import type { AnyCheck } from '../domain/check.ts';

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
