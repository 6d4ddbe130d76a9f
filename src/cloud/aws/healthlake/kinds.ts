import { datastore } from './datastore.ts';

/** Its resource kinds, by name; spread into the catalogue. */
export const healthLakeKinds = {
  'aws.healthlake.datastore': datastore,
} as const;
