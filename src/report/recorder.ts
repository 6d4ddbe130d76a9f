import { type Inventory, type RecordedAccount, writeDates } from '../cloud/recorded/inventory.ts';
import type { Subject } from '../domain/catalog.ts';
import type { Collected } from '../domain/collected.ts';
import type { Sight } from '../engine/inspect.ts';

/** Keeps what an inspection sees. Facts hold configuration, never object keys, object contents or secrets. */
export class Recorder {
  readonly #accounts = new Map<string, RecordedAccount>();

  saw(sight: Sight): void {
    if (sight.kind === 'refused') {
      const { name, id = name } = sight.account;
      const empty = { partition: 'aws', regions: [], listings: [], resources: [] };
      this.#accounts.set(name, { id, name, ...empty, refused: sight.why });
      return;
    }
    if (sight.kind === 'opened') {
      const { id, partition } = sight.identity;
      const { name } = sight.account;
      const regions = [...sight.regions];
      this.#accounts.set(name, { id, name, partition, regions, listings: [], resources: [] });
      return;
    }
    const account = this.#accounts.get(sight.account.name);
    if (!account) return;
    if (sight.kind === 'resource') {
      const { of: kind, subject, facts } = sight;
      account.resources.push({ kind, subject: { ...subject }, facts: { ...facts } });
    }
    if (sight.kind === 'listed') {
      const { region, wanted, why } = sight;
      account.listings.push({ kind: wanted.kind, region, ...(why ? { why } : {}) });
    }
  }

  /** What was seen of an account so far. */
  resources(account: string): readonly { readonly kind: string; readonly subject: Subject }[] {
    return (this.#accounts.get(account)?.resources ?? []) as readonly { kind: string; subject: Subject }[];
  }

  /** More about a resource that was seen: facts that no check asks for. What the scan saw stands. */
  add(
    account: string,
    kind: string,
    { id }: Subject,
    facts: Readonly<Record<string, Collected<unknown>>>,
  ): void {
    const seen = this.#accounts.get(account)?.resources.find((r) => r.kind === kind && r.subject.id === id);
    if (seen) seen.facts = { ...seen.facts, ...facts, ...seen.facts };
  }

  /** The recording as a JSON document. */
  write(provider: string, recordedAt: string): string {
    const accounts = [...this.#accounts.values()];
    const inventory: Inventory = { format: 'hipaa-inventory/1', provider, recordedAt, accounts };
    return `${JSON.stringify(inventory, writeDates, 1)}\n`;
  }
}
