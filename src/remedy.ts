import type { Catalogue } from './cloud/catalog.ts';
import type { FactName, Kind, WritableName } from './domain/catalog.ts';
import type { Settings } from './domain/check.ts';
import type { Collected } from './domain/collected.ts';
import { type Consequence, type Desired, type Guidance, type Remedy, uncertain } from './domain/remedy.ts';

export { dayOf, daysSince } from './domain/days.ts';
export { breaks, type Consequence, type Desired, harmless, uncertain } from './domain/remedy.ts';

/** Changes of a database that wait for its maintenance window, but for `own`: writing at once would make them, too. */
export const waiting = (subject: object, own: string): readonly string[] =>
  'pending' in subject ? (subject.pending as readonly string[]).filter((name) => name !== own) : [];

/** Named, so that compiler errors say `Clouds` and not the whole catalogue. */
interface Clouds extends Catalogue {}

/** The value that would pass. */
export const to = <V>(value: V): Desired<V> => ({ to: value });

/** Says why this remedy cannot bring it about here, and what would: "its log bucket is in another account". */
export const cannot = (because: string): Desired<never> => ({ cannot: because });

/** What a fact that could not be read leaves open: "whether CloudFront reads from it cannot be told"; nothing for a known one. */
export const unread = (fact: Collected<unknown>, says: string): readonly Consequence[] =>
  fact.known ? [] : [uncertain(`${says}: ${fact.message}`)];

/** The front door for `remedies/`: one value that would pass, over a fact that can be set. */
export function defineRemedy<
  const K extends Kind<Clouds>,
  const W extends WritableName<Clouds, K>,
  const F extends FactName<Clouds, K> = never,
  const S extends Settings = Settings,
>(remedy: Remedy<Clouds, K, W, F, S>): Remedy<Clouds, K, W, F, S> {
  return remedy;
}

/** Steps for a person, where no role can do it. */
export const defineGuidance = (guidance: Guidance): Guidance => guidance;
