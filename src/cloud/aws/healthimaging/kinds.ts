import { datastore } from './datastore.ts';

/** Its resource kinds, by name; spread into the catalogue. */
export const healthImagingKinds = {
  'aws.healthimaging.datastore': datastore,
} as const;
