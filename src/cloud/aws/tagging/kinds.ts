import { dataStore } from './data-store.ts';
import { taggedResource } from './tagged-resource.ts';

/** Its resource kinds, by name; spread into the catalogue. */
export const taggingKinds = {
  'aws.data.store': dataStore,
  'aws.tagged.resource': taggedResource,
} as const;
