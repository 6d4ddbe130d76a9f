/**
 * Who asks. A stranger belongs to an account, an organization and a network that the policy does not mean; the others are
 * somebody in particular, of whom nothing more is known.
 */
export type Who =
  | { readonly kind: 'stranger' }
  | { readonly kind: 'federated'; readonly provider: string }
  | { readonly kind: 'account'; readonly account: string }
  | { readonly kind: 'organization'; readonly organization: string }
  | { readonly kind: 'named'; readonly principal: string }
  | { readonly kind: 'service'; readonly service: string }
  | { readonly kind: 'anyone' };

export interface Caller {
  readonly who: Who;
  readonly signed: boolean;
  readonly network: 'internet' | 'endpoint' | 'either';
}

/** The canonical user id S3 gives to requests that nobody signed. */
export const ANONYMOUS_USER = '65a011a29cdf8ec533ec3d1ccaae921c';

const NETWORKS = ['internet', 'endpoint'] as const;
const through = (who: Who, signed: boolean): readonly Caller[] =>
  NETWORKS.map((network) => ({ who, signed, network }));

const STRANGER: Who = { kind: 'stranger' };
export const ANONYMOUS: readonly Caller[] = through(STRANGER, false);
export const SIGNED_IN: readonly Caller[] = through(STRANGER, true);
export const federated = (provider: string): readonly Caller[] =>
  through({ kind: 'federated', provider }, true);
export const somebody = (who: Who): readonly Caller[] => through(who, true);

/** No one in particular: a question asked of this caller is asked of everybody at once, the owner's own people included. */
export const ANYONE: Caller = { who: { kind: 'anyone' }, signed: true, network: 'either' };

export const isStranger = ({ kind }: Who): boolean => kind === 'stranger' || kind === 'federated';
