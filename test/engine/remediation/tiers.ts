import type { TierRule } from '../../../src/domain/tier.ts';

/** A tier for everything: one person, and what is said otherwise. */
export const tier = (more: Partial<TierRule> = {}): TierRule => ({
  name: 'all',
  when: {},
  quorum: 1,
  distinctGroups: false,
  confirm: false,
  stepUp: false,
  ...more,
});
