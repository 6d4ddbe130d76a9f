import { cluster } from './cluster.ts';

/** Its resource kinds, by name; spread into the catalogue. */
export const daxKinds = {
  'aws.dax.cluster': cluster,
} as const;
