import type { Catalog, FactName, Facts, Kind } from './catalog.ts';

export type Severity = 'critical' | 'high' | 'medium' | 'low';
export const severities: readonly Severity[] = ['critical', 'high', 'medium', 'low'];
/** Worst first. */
export const bySeverity = (a: Severity, b: Severity): number => severities.indexOf(a) - severities.indexOf(b);

export type Tags = Readonly<Record<string, string>>;

export type Verdict =
  | { readonly status: 'pass'; readonly because?: string }
  | { readonly status: 'fail' | 'notApplicable'; readonly because: string };
export type Observation = Verdict | { readonly status: 'unknown'; readonly because: string };
export type Status = Observation['status'];

export type Settings = Readonly<Record<string, number | string | boolean | readonly string[]>>;

/** What a check may look at besides its facts. `tags` is empty when the resource has none or they could not be read. */
export interface Context<S> {
  readonly now: Date;
  readonly settings: S;
  readonly tags: Tags;
  readonly account: string;
  readonly region: string;
}

/** Something that must be done by a day, and whose owner is told ahead of it. */
export interface Expiry {
  readonly at: string;
  /** Goes on after the resource's name: "reaches 90 days". */
  readonly says: string;
  /** What its owner does about it: "make a new key". */
  readonly todo: string;
}

/**
 * A declared question over facts. `controls` are citations of 45 CFR; `exposes` marks a failure that opens the
 * resource to strangers, which is critical when the resource is tagged PHI.
 */
export interface Check<
  C extends Catalog<C>,
  K extends Kind<C>,
  F extends FactName<C, K>,
  Control extends string,
  S,
> {
  readonly id: string;
  /** The sentence that is true when the check passes. */
  readonly title: string;
  readonly severity: Severity;
  readonly controls: readonly [Control, ...Control[]];
  readonly kind: K;
  readonly facts: readonly [F, ...F[]];
  readonly settings?: S;
  readonly exposes?: true;
  /** The control's id, where one control is asked of several kinds and the check's path can be another. */
  readonly control?: string;
  /** Off unless the configuration turns it on: it costs extra calls or reaches outside the cloud's own API. */
  readonly optIn?: string;
  evaluate(facts: Pick<Facts<C, K>, F>, context: Context<S>): Verdict;
  /** The day to which its owner counts down, whether or not the check fails yet; null: there is none. */
  expires?(facts: Pick<Facts<C, K>, F>, context: Context<S>): Expiry | null;
}

/** A check as the engine sees it, whatever its kind. */
export interface AnyCheck {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly controls: readonly string[];
  readonly kind: string;
  readonly facts: readonly string[];
  readonly settings?: Settings;
  readonly exposes?: true;
  readonly control?: string;
  readonly optIn?: string;
  evaluate(facts: any, context: Context<any>): Verdict;
  expires?(facts: any, context: Context<any>): Expiry | null;
}

/** The id of a check's control in the catalogue: its path, joined by dashes after the provider, unless it names another. */
export const controlOf = ({ id, control }: Pick<AnyCheck, 'id' | 'control'>): string =>
  control ?? id.split('/').slice(1).join('-');
