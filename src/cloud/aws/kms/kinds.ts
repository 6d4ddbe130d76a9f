import { key } from './key.ts';

/** Its resource kinds, by name; spread into the catalogue. */
export const kmsKinds = {
  'aws.kms.key': key,
} as const;
