import { cluster } from './cluster.ts';

/** Its resource kinds, by name; spread into the catalogue. */
export const emrKinds = {
  'aws.emr.cluster': cluster,
} as const;
