import { repository } from './repository.ts';

/** Its resource kinds, by name; spread into the catalogue. */
export const ecrKinds = {
  'aws.ecr.repository': repository,
} as const;
