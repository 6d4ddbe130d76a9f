import { trail } from './trail.ts';

/** Its resource kinds, by name; spread into the catalogue. */
export const cloudTrailKinds = {
  'aws.cloudtrail.trail': trail,
} as const;
