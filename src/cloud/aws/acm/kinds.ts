import { certificate } from './certificate.ts';

/** Its resource kinds, by name; spread into the catalogue. */
export const acmKinds = {
  'aws.acm.certificate': certificate,
} as const;
