import { store } from './store.ts';

/** Its resource kinds, by name; spread into the catalogue. */
export const healthOmicsKinds = {
  'aws.healthomics.store': store,
} as const;
