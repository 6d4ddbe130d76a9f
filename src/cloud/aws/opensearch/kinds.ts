import { domain } from './domain.ts';

/** Its resource kinds, by name; spread into the catalogue. */
export const openSearchKinds = {
  'aws.opensearch.domain': domain,
} as const;
