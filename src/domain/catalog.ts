import type { Collected } from './collected.ts';

/** One resource: its ARN, where it lives, and what its listing already told. */
export interface Subject {
  readonly id: string;
  readonly region: string;
  readonly name?: string;
  readonly tags?: Readonly<Record<string, string>>;
}

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * Learns one fact about one resource.
 * `from` says what it costs: `listing` no call, `call` one per resource, `account` one per account and region,
 * `facts` none of its own: it is derived from the facts in `needs`, which may each be unknown.
 */
export interface Collector<S extends Subject = any, V = any, R = any> {
  readonly write?: Writing<any, any, any>;
  readonly from: 'listing' | 'call' | 'account' | 'facts';
  /** IAM actions that the read needs; the scan policy is computed from these. */
  readonly permissions: readonly string[];
  readonly needs?: readonly string[];
  read(client: R, subject: S, needs: Readonly<Record<string, Collected<any>>>): Promise<V> | V;
}

/** How a fact is set. A value is written whole; `null` is absence, and writing it takes away what is set. */
export interface Writing<S extends Subject = any, V = any, W = any> {
  /** IAM actions that the write needs, those of its own reading included; the write policy is computed from these. */
  readonly permissions: readonly [string, ...string[]];
  /** API operations that change something, in order, for this change: `DeletePublicAccessBlock`. */
  calls(change: { readonly before: V; readonly after: V }): readonly string[];
  /**
   * ARNs that writing `after` needs access to, for the session policy; the subject's own id when absent. `*` is any.
   * Actions that IAM knows no resource for are left out of account here.
   */
  resources?(subject: S, after?: V): readonly string[];
  /** ARNs that are changed, where that is not the subject itself: held, so that no two plans write one resource. */
  touches?(subject: S): readonly string[];
  /**
   * Where a listing or a report tells of the change only later: the facts as they follow from the value. Facts that are
   * concluded (`from: 'facts'`) need no entry.
   */
  implies?(value: V, facts: Readonly<Record<string, Collected<any>>>): Readonly<Record<string, unknown>>;
  /** Whether two values are one to the cloud, where that is not plain equality: a policy's spaces say nothing. */
  same?(a: V, b: V): boolean;
  put(client: W, subject: S, value: V): Promise<void>;
}

/** A fact that can also be set: the only thing a remedy may touch. */
export interface WritableCollector<S extends Subject, V extends Json, R = any, W = any>
  extends Collector<S, V, R> {
  readonly write: Writing<S, V, W>;
}

/** A class of resources that can be listed, and the facts that can be asked about each. */
export interface ResourceKind<S extends Subject = any> {
  readonly title: string;
  /** `global`: listed once per account. `regional`: listed in each region of the scan. */
  readonly scope: 'global' | 'regional';
  /** Borrows answers that other kinds ask too, so it is scanned before them and each answer is asked once. */
  readonly early?: true;
  readonly permissions: readonly string[];
  /** The ARN pattern that stands for "all of these" when the listing itself could not be read. */
  pattern(account: { id: string; partition: string }, region: string): string;
  list(client: any, region: string): AsyncIterable<S>;
  readonly facts: Readonly<Record<string, Collector<S, any>>>;
}

export type Catalog<C> = { readonly [K in keyof C]: ResourceKind };
export type Kind<C extends Catalog<C>> = keyof C & string;
export type FactName<C extends Catalog<C>, K extends Kind<C>> = keyof C[K]['facts'] & string;
export type Facts<C extends Catalog<C>, K extends Kind<C>> = {
  readonly [F in FactName<C, K>]: C[K]['facts'][F] extends Collector<any, infer V> ? V : never;
};
export type WritableName<C extends Catalog<C>, K extends Kind<C>> = {
  [F in FactName<C, K>]: C[K]['facts'][F] extends WritableCollector<any, any> ? F : never;
}[FactName<C, K>];
/** A catalogue whose kinds are only known at run time, as the engine sees it. */
export type AnyCatalog = Readonly<Record<string, ResourceKind>>;
