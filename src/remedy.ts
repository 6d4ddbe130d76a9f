import { withoutPublicStatements } from './access/index.ts';
import type { Catalogue } from './cloud/catalog.ts';
import type { FactName, Kind, WritableName } from './domain/catalog.ts';
import type { Settings } from './domain/check.ts';
import type { Collected } from './domain/collected.ts';
import {
  breaks,
  type Circumstances,
  type Consequence,
  type Desired,
  type Guidance,
  type Remedy,
  uncertain,
} from './domain/remedy.ts';

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

type Where = Pick<Circumstances<unknown>, 'account' | 'now' | 'subject'>;

/** Takes the statements out of a resource's policy that let strangers in, and tells whom that hurts. */
export function withoutStrangers(told: {
  /** IAM's prefix of the service. */
  readonly service: string;
  /** Why there is nothing to take out of no policy. */
  readonly without: string;
  /** Who would be refused: "uses the queue". */
  readonly whoever: string;
  /** Who else may live by a statement that names everyone, and cannot be asked. */
  readonly insiders: string;
  /** Why the last statement must stay, where it must. */
  readonly keepsOne?: string;
}) {
  const left = (text: string, { account, now, subject }: Where) =>
    withoutPublicStatements(text, { service: told.service, resource: subject.id, accountId: account, now });
  return {
    desired(text: string | null, at: Where): Desired<string | null> {
      if (text === null) return cannot(told.without);
      const kept = left(text, at);
      if ('malformed' in kept) return cannot(`the policy was not understood: ${kept.malformed}`);
      if (kept.removed.length === 0) {
        const names = kept.doubtful.map(({ name }) => name).join(', ');
        return cannot(
          `whether ${names || 'any statement'} admits strangers cannot be told, so a person must decide`,
        );
      }
      return kept.policy === null && told.keepsOne !== undefined ? cannot(told.keepsOne) : to(kept.policy);
    },
    consequences(_facts: unknown, { before }: { readonly before: string | null }, at: Where) {
      const kept = before === null ? null : left(before, at);
      if (kept === null || 'malformed' in kept) return [uncertain('the policy was not understood')];
      return [
        ...kept.removed.map(({ name }) =>
          breaks(`${name} goes, and whoever ${told.whoever} by it would be refused`),
        ),
        ...kept.doubtful.map(({ name }) =>
          uncertain(`whether ${name} admits strangers cannot be told; it stays`),
        ),
        uncertain(told.insiders),
      ];
    },
  };
}
