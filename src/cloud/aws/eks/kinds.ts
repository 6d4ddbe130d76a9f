import { cluster } from './cluster.ts';

/** Its resource kinds, by name; spread into the catalogue. */
export const eksKinds = {
  'aws.eks.cluster': cluster,
} as const;
