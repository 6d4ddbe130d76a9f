import { type Caller, isStranger } from './caller.ts';
import type { Presence } from './condition-keys.ts';

export interface Carries {
  readonly some: boolean;
  readonly none: boolean;
}

/** Whether this caller's requests can carry a key, and whether they can lack it. */
export function presence(present: Presence, { signed, network, who }: Caller): Carries {
  const over = (wanted: 'internet' | 'endpoint') => network === wanted || network === 'either';
  switch (present) {
    case 'always':
      return { some: true, none: false };
    case 'may':
      return { some: true, none: true };
    case 'signed':
      return { some: signed, none: !signed || who.kind === 'anyone' };
    case 'maySigned':
      return { some: signed, none: true };
    case 'internet':
    case 'endpoint':
      return { some: over(present), none: !over(present) || network === 'either' };
    case 'mayEndpoint':
      return { some: over('endpoint'), none: true };
    case 'serviceOnly':
      return { some: !isStranger(who) && who.kind !== 'anyone', none: true };
  }
}
