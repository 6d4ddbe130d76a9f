import { cluster } from './cluster.ts';

/** Its resource kinds, by name; spread into the catalogue. */
export const redshiftKinds = {
  'aws.redshift.cluster': cluster,
} as const;
