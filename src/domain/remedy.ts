import type { Catalog, FactName, Facts, Kind, Subject, WritableName } from './catalog.ts';
import type { Settings, Tags } from './check.ts';
import type { Collected } from './collected.ts';

/** `safe`: nothing that works today stops working. `disruptive`: it may, and a person judges that from the plan. */
export type Risk = 'safe' | 'disruptive';

/** Whether what was there before can be put back. */
export type Reversibility =
  | { readonly undo: 'fully' }
  | { readonly undo: 'partly' | 'no'; readonly because: string };

/** One thing that the change would do to somebody, or that cannot be told. */
export interface Consequence {
  readonly weight: 'safe' | 'breaks' | 'unknown';
  /** A sentence without its full stop: "CloudFront distribution E1 reads from it and would be refused". */
  readonly says: string;
}

/** The value that would pass, or why this remedy cannot bring it about here. */
export type Desired<V> = { readonly to: V } | { readonly cannot: string };

export interface Circumstances<S> {
  readonly now: Date;
  readonly settings: S;
  readonly tags: Tags;
  readonly account: string;
  readonly partition: string;
  readonly subject: Subject;
  /** What the person chose, where the remedy leaves a choice. */
  readonly choice: string | null;
}

/**
 * The value that would pass. Apply writes it, undo writes what was there, verify asks the checks again. It may set a fact
 * that no check reads directly: the facts that follow from it are concluded anew before the plan is offered.
 */
export interface Remedy<
  C extends Catalog<C>,
  K extends Kind<C>,
  W extends WritableName<C, K>,
  F extends FactName<C, K>,
  S,
> {
  /** Its path under remedies/. */
  readonly id: string;
  /** What it does, as an order: "Turn on the bucket's public access block". */
  readonly title: string;
  /** Checks that it can make pass. Of several remedies for one check the first that would cure is offered. */
  readonly cures: readonly [string, ...string[]];
  readonly kind: K;
  readonly fact: W;
  readonly risk: Risk;
  readonly reversibility: Reversibility;
  /** Higher is offered first; 0 when absent. */
  readonly preference?: number;
  readonly settings?: S;
  /** A value that only a person can give: `fix F-… value:PHI`. */
  readonly choice?: { readonly summary: string; readonly choices: readonly [string, ...string[]] };
  /** Facts that tell what the change would do; they are read for the plan, and may be unknown. */
  readonly considers?: readonly F[];
  desired(current: Facts<C, K>[W], at: Circumstances<S>): Desired<Facts<C, K>[W]>;
  consequences?(
    facts: { readonly [P in F]: Collected<Facts<C, K>[P]> },
    change: { readonly before: Facts<C, K>[W]; readonly after: Facts<C, K>[W] },
    at: Circumstances<S>,
  ): readonly Consequence[];
}

/** What no role can do: the steps for a person, and the check looks whether they were taken. */
export interface Guidance {
  readonly id: string;
  readonly title: string;
  readonly cures: readonly [string, ...string[]];
  readonly why: string;
  readonly steps: readonly [string, ...string[]];
}

/** A remedy as the engine sees it, whatever its kind. */
export interface AnyRemedy {
  readonly id: string;
  readonly title: string;
  readonly cures: readonly string[];
  readonly kind: string;
  readonly fact: string;
  readonly risk: Risk;
  readonly reversibility: Reversibility;
  readonly preference?: number;
  readonly settings?: Settings;
  readonly choice?: { readonly summary: string; readonly choices: readonly string[] };
  readonly considers?: readonly string[];
  desired(current: any, at: Circumstances<any>): Desired<any>;
  consequences?(facts: any, change: any, at: Circumstances<any>): readonly Consequence[];
}

/** The whole in one word: one thing that breaks is enough, and what is not known is never safe. */
export function verdictOf(consequences: readonly Consequence[]): Consequence['weight'] {
  if (consequences.some((c) => c.weight === 'breaks')) return 'breaks';
  return consequences.some((c) => c.weight === 'unknown') ? 'unknown' : 'safe';
}

export const breaks = (says: string): Consequence => ({ weight: 'breaks', says });
export const uncertain = (says: string): Consequence => ({ weight: 'unknown', says });
export const harmless = (says: string): Consequence => ({ weight: 'safe', says });
