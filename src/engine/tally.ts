import type { Unknown } from '../domain/collected.ts';
import type { Account } from '../domain/provider.ts';
import { type AccountResult, mostFirst, type NotAssessed, type Tally } from '../domain/scan.ts';
import type { Sight } from './inspect.ts';
import type { ScanProgress } from './services.ts';

/** Resources named beside a reason; the rest is a number. */
const mostNamed = 3;

type Progress = ScanProgress['accounts'][number];

/** Counts what one account's inspection answered and what it could not. */
export class AccountTally {
  readonly name: string;
  id: string;
  state: Progress['state'] = 'waiting';
  kinds = 0;
  kindsDone = 0;
  resources = 0;
  regions: readonly string[] = [];
  refused: string | undefined;
  calls = 0;
  readonly #owner: string | undefined;
  readonly #tally = { pass: 0, fail: 0, unknown: 0, notApplicable: 0 };
  readonly #missing = new Map<string, NotAssessed>();
  readonly #listings = new Map<string, number>();

  constructor({ name, id, owner }: Pick<Account, 'name' | 'id' | 'owner'>) {
    this.name = name;
    this.id = id ?? name;
    this.#owner = owner;
  }

  saw(sight: Sight): void {
    switch (sight.kind) {
      case 'opened':
        this.id = sight.identity.id;
        this.state = 'scanning';
        this.regions = sight.regions;
        this.kinds = sight.kinds;
        if (sight.unlisted) this.#miss(sight.unlisted, sight.regionalChecks, null);
        break;
      case 'refused':
        this.state = 'refused';
        this.refused = sight.why.message;
        for (const wanted of sight.wanted) this.#miss(sight.why, wanted.checks.length, null);
        break;
      case 'resource':
        this.resources++;
        this.calls = sight.calls;
        for (const { answer } of sight.asked) {
          this.#tally[answer.status]++;
          if (answer.missing) this.#note(answer.missing, 1, sight.subject.id);
        }
        break;
      case 'listed':
        this.#listed(sight.wanted.kind, sight.regions);
        if (sight.why) {
          const { checks, definition } = sight.wanted;
          this.#miss(sight.why, checks.length, definition.pattern(sight.identity, sight.region));
        }
        break;
      case 'closed':
        this.state = 'done';
        this.kindsDone = this.kinds;
        this.calls = sight.calls;
        break;
    }
  }

  /** A kind is done when the last of its regions is. */
  #listed(kind: string, regions: number): void {
    const listings = (this.#listings.get(kind) ?? 0) + 1;
    this.#listings.set(kind, listings);
    if (listings === regions) this.kindsDone++;
  }

  /** Questions that could not even be put, because the resources could not be listed. */
  #miss(why: Unknown, questions: number, resource: string | null): void {
    this.#tally.unknown += questions;
    this.#note(why, questions, resource);
  }

  #note({ reason, permission }: Unknown, count: number, resource: string | null): void {
    const key = `${reason} ${permission ?? ''}`;
    const before = this.#missing.get(key);
    const named = before?.resources ?? [];
    const isNew = resource !== null && named.length < mostNamed && !named.includes(resource);
    this.#missing.set(key, {
      account: this.id,
      reason,
      permission: permission ?? null,
      count: count + (before?.count ?? 0),
      resources: isNew ? [...named, resource] : named,
    });
  }

  progress(): Progress {
    const { name, state, kindsDone, kinds, resources } = this;
    const { fail, unknown } = this.#tally;
    return {
      name,
      id: /^\d{12}$/.test(this.id) ? this.id : null,
      state,
      kindsDone,
      kinds,
      resources,
      failing: fail,
      notAssessed: unknown,
      ...(this.refused ? { because: this.refused } : {}),
    };
  }

  result(): AccountResult {
    const tally: Tally = { ...this.#tally };
    const notAssessed = [...this.#missing.values()].map((m) => ({ ...m, account: this.id }));
    notAssessed.sort(mostFirst);
    const { id, name, resources, regions } = this;
    return {
      id,
      name,
      ...(this.#owner === undefined ? {} : { owner: this.#owner }),
      resources,
      regions,
      tally,
      notAssessed,
      ...(this.refused ? { refused: this.refused } : {}),
    };
  }
}
